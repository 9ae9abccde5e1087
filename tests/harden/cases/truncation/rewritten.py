import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
ec2 = boto3.client("ec2", config=CONFIG)


def keys(bucket):
    return [item["Key"] for item in s3.list_objects_v2(Bucket=bucket).get("Contents", [])]


def old(bucket, limit):
    response = s3.list_objects_v2(Bucket=bucket, Prefix='exports/')
    if 'Contents' not in response:
        return
    for item in response['Contents']:
        if item["LastModified"] < limit:
            yield item["Key"]


def sizes():
    volumes = ec2.describe_volumes()["Volumes"]
    running = ec2.describe_instances(Filters=[{"Name": "instance-state-name",
                                               "Values": ["running"]}])
    count = sum(len(reservation["Instances"]) for reservation in running["Reservations"])
    return sum(v["Size"] for v in volumes), count


def names(iam=boto3.client("iam", config=CONFIG)):
    return {role["RoleName"] for role in boto3.client("iam", config=CONFIG).list_roles()["Roles"]}
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
ec2 = boto3.client("ec2", config=CONFIG)


def keys(bucket):
    return [item["Key"] for item in s3.get_paginator("list_objects_v2").paginate(
        Bucket=bucket
    ).build_full_result().get("Contents", [])]


def old(bucket, limit):
    response = s3.get_paginator("list_objects_v2").paginate(
        Bucket=bucket, Prefix='exports/'
    ).build_full_result()
    if 'Contents' not in response:
        return
    for item in response['Contents']:
        if item["LastModified"] < limit:
            yield item["Key"]


def sizes():
    volumes = ec2.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]
    running = ec2.get_paginator("describe_instances").paginate(Filters=[{"Name": "instance-state-name",
                                               "Values": ["running"]}]).build_full_result()
    count = sum(len(reservation["Instances"]) for reservation in running["Reservations"])
    return sum(v["Size"] for v in volumes), count


def names(iam=boto3.client("iam", config=CONFIG)):
    return {role["RoleName"] for role in boto3.client("iam", config=CONFIG).get_paginator("list_roles").paginate().build_full_result()["Roles"]}
