"""Two regions: tagged, half tagged and untagged instances, groups with rules, volumes in and out of use, addresses."""

import boto3

AMI = "ami-12c6146b"


def prepare(region: str, names: list[str | None]) -> None:
    ec2 = boto3.client("ec2", region_name=region)
    ec2.create_key_pair(KeyName="ops")
    web = ec2.create_security_group(GroupName="web", Description="front ends")["GroupId"]
    db = ec2.create_security_group(GroupName="db", Description="databases")["GroupId"]
    ec2.authorize_security_group_ingress(
        GroupId=web,
        IpPermissions=[
            {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
            {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
        ],
    )
    ec2.authorize_security_group_ingress(
        GroupId=db,
        IpPermissions=[
            {"IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "UserIdGroupPairs": [{"GroupId": web}]},
            {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]},
        ],
    )
    for number, name in enumerate(names):
        instance = ec2.run_instances(
            ImageId=AMI,
            MinCount=1,
            MaxCount=1,
            InstanceType="m1.small" if number else "c3.large",
            KeyName="ops",
            SecurityGroupIds=[web, db] if name and name.startswith("db") else [web],
        )["Instances"][0]
        tags = (
            {"Name": name, "Owner": "anna", "Environment": "live", "Incomplete": "Environment"}
            if name
            else {}
        )
        if name and name.endswith("2"):
            tags.pop("Owner")
        if name and name.startswith("test"):
            tags.pop("Environment")
        if tags:
            tags_list = [{"Key": key, "Value": value} for key, value in tags.items()]
            ec2.create_tags(Resources=[instance["InstanceId"]], Tags=tags_list)
        volume = ec2.create_volume(Size=20 * (number + 1), AvailabilityZone=region + "a")["VolumeId"]
        ec2.attach_volume(VolumeId=volume, InstanceId=instance["InstanceId"], Device="/dev/sdf")
    spare = ec2.create_volume(Size=500, AvailabilityZone=region + "b", VolumeType="gp2")["VolumeId"]
    ec2.create_tags(Resources=[spare], Tags=[{"Key": "Name", "Value": "old mail store"}])
    ec2.create_volume(Size=8, AvailabilityZone=region + "b", VolumeType="standard")
    ec2.allocate_address(Domain="vpc")


prepare("us-east-1", ["web1", "web2", "db1", None])
prepare("eu-west-1", ["test1"])
