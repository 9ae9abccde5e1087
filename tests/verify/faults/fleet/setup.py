"""Two machines of somebody else, a volume with a name, and a group."""

import boto3

ec2 = boto3.client("ec2", region_name="us-west-2")
other = ec2.run_instances(ImageId="ami-0aaaaaaa", MinCount=2, MaxCount=2, InstanceType="t2.micro")["Instances"]
ec2.create_tags(Resources=[i["InstanceId"] for i in other], Tags=[{"Key": "team", "Value": "other"}])
ec2.create_security_group(GroupName="web", Description="web servers")
volume = ec2.create_volume(AvailabilityZone="us-west-2a", Size=8)["VolumeId"]
ec2.create_tags(Resources=[volume], Tags=[{"Key": "Name", "Value": "data"}, {"Key": "stale", "Value": "yes"}])
