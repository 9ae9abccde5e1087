import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.create_key_pair(KeyName="hive")
ec2.create_security_group(GroupName="swarm", Description="bees")
