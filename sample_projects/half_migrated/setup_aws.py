"""Exports of earlier months, one of them locked; a partner bucket with one customer's folder; two workers."""

import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="portal-exports")
s3.create_bucket(Bucket="portal-partners")
for customer in ("acme", "globex"):
    for day in ("2016-03-01", "2016-04-15", "2016-05-20"):
        s3.put_object(
            Bucket="portal-exports", Key=f"exports/{customer}/{day}.csv", Body=b"customer,item,amount\n"
        )
s3.put_object(Bucket="portal-exports", Key="locks/acme/2016-03-01.csv", Body=b"the lawyers need it\n")
s3.put_object(Bucket="portal-partners", Key="globex/.keep", Body=b"")
s3.put_object(Bucket="portal-partners", Key="globex/2016-05-20.csv", Body=b"customer,item,amount\n")

ec2 = boto3.client("ec2", region_name="us-east-1")
for name, role in (("worker-b", "worker"), ("worker-a", "worker"), ("web", "web"), ("worker-c", "worker")):
    instance = ec2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1, InstanceType="t2.micro")[
        "Instances"
    ][0]
    tags = [{"Key": "Name", "Value": name}, {"Key": "Role", "Value": role}]
    ec2.create_tags(Resources=[instance["InstanceId"]], Tags=tags)
    if name == "worker-c":
        ec2.stop_instances(InstanceIds=[instance["InstanceId"]])
volume = ec2.create_volume(Size=50, AvailabilityZone="us-east-1a")["VolumeId"]
ec2.create_snapshot(VolumeId=volume, Description="before the move")
