import boto3
from botocore.config import Config

ec2 = boto3.client("ec2", region_name="us-west-2", config=Config(retries={"total_max_attempts": 7, "mode": "standard"}))


def open_ports():
    group = ec2.describe_security_groups(GroupNames=["web"])["SecurityGroups"][0]["GroupId"]
    ec2.authorize_security_group_ingress(
        GroupId=group,
        IpPermissions=[
            {"IpProtocol": "tcp", "FromPort": 8000, "ToPort": 8080, "IpRanges": [{"CidrIp": "10.1.0.0/16"}]}
        ],
    )
    ec2.authorize_security_group_ingress(
        GroupId=group, IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="10.2.0.0/16"
    )
    ec2.revoke_security_group_ingress(
        GroupId=group,
        IpPermissions=[{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "10.2.0.0/16"}]}],
    )
    return group


def launch(group):
    reservation = ec2.run_instances(
        ImageId="ami-0bbbbbbb",
        MinCount=2,
        MaxCount=2,
        KeyName="ops",
        InstanceType="t2.micro",
        SecurityGroupIds=[group],
        UserData="#!/bin/sh\necho hello\n",
        BlockDeviceMappings=[
            {"DeviceName": "/dev/sda1", "Ebs": {"VolumeSize": 20, "DeleteOnTermination": False}}
        ],
    )
    for number, instance in enumerate(reservation["Instances"]):
        ec2.create_tags(Resources=[instance["InstanceId"]], Tags=[{"Key": "Name", "Value": "web-%d" % number}])
    return reservation["Instances"]


def tags(item):
    return {tag["Key"]: tag["Value"] for tag in item.get("Tags", [])}


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def report():
    pages = ec2.get_paginator("describe_instances").paginate(Filters=[{"Name": "tag:Name", "Values": ["web-*"]}])
    for reservation in pages.build_full_result()["Reservations"]:
        for instance in reservation["Instances"]:
            if instance["State"]["Name"] == "running":
                zone = instance["Placement"]["AvailabilityZone"]
                print(instance["InstanceId"], tags(instance)["Name"], zone, iso(instance["LaunchTime"]))


def back_up():
    volume = ec2.describe_volumes(Filters=[{"Name": "tag:Name", "Values": ["data"]}])["Volumes"][0]["VolumeId"]
    found = ec2.describe_volumes(VolumeIds=[volume])["Volumes"][0]
    snapshot = ec2.create_snapshot(
        VolumeId=volume,
        Description="nightly",
        TagSpecifications=[
            {"ResourceType": "snapshot", "Tags": [{"Key": "Name", "Value": tags(found)["Name"]}]}
        ],
    )
    ec2.delete_tags(Resources=[volume], Tags=[{"Key": "stale"}])
    print("snapshot", snapshot["SnapshotId"])


def shut_down(instances):
    first = instances[0]["InstanceId"]
    ec2.stop_instances(InstanceIds=[first])
    ec2.terminate_instances(InstanceIds=[i["InstanceId"] for i in instances if i["InstanceId"] != first])


def main():
    ec2.create_key_pair(KeyName="ops")
    instances = launch(open_ports())
    report()
    back_up()
    shut_down(instances)


main()
