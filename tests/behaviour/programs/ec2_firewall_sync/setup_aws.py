import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
web = ec2.create_security_group(GroupName="web", Description="front ends")["GroupId"]
db = ec2.create_security_group(GroupName="db", Description="databases")["GroupId"]
ec2.create_security_group(GroupName="old-unused", Description="nobody needs this")
ec2.authorize_security_group_ingress(GroupId=web, IpPermissions=[
    {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
    {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "10.0.0.0/8"}, {"CidrIp": "203.0.113.5/32"}]},
    {"IpProtocol": "tcp", "FromPort": 8000, "ToPort": 8099, "IpRanges": [{"CidrIp": "10.1.0.0/16"}]}])
ec2.authorize_security_group_ingress(GroupId=db, IpPermissions=[
    {"IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "UserIdGroupPairs": [{"GroupId": web}],
     "IpRanges": [{"CidrIp": "192.168.0.0/24"}]},
    {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": db}]}])
