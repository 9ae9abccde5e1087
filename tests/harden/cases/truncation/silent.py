import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
ec2 = boto3.client("ec2", config=CONFIG)


def pages(bucket):
    token = {}
    while True:
        response = s3.list_objects_v2(Bucket=bucket, **token)
        yield from response.get("Contents", [])
        if not response["IsTruncated"]:
            return
        token = {"ContinuationToken": response["NextContinuationToken"]}


def paged(bucket):
    response = s3.list_objects_v2(Bucket=bucket)
    while True:
        yield from response.get("Contents", [])
        if "NextContinuationToken" not in response:
            break
        response = s3.list_objects_v2(Bucket=bucket, ContinuationToken=response["NextContinuationToken"])


def exists(bucket, prefix):
    return "Contents" in s3.list_objects_v2(Bucket=bucket, Prefix=prefix, MaxKeys=1)


def is_empty(bucket):
    if s3.list_objects_v2(Bucket=bucket).get("Contents"):
        return False
    return True


def state(instance_id):
    reservations = ec2.describe_instances(InstanceIds=[instance_id])["Reservations"]
    return reservations[0]["Instances"][0]["State"]["Name"]


def image(name):
    return ec2.describe_images(Filters=[{"Name": "name", "Values": [name]}])["Images"][0]


def raw(bucket):
    return s3.list_objects_v2(Bucket=bucket)


def handed(bucket, show):
    show(s3.list_objects_v2(Bucket=bucket))


def proper(bucket):
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        yield from page.get("Contents", [])


def keys_of(user, iam=boto3.client("iam", config=CONFIG)):
    return [key["AccessKeyId"] for key in iam.list_access_keys(UserName=user)["AccessKeyMetadata"]]


def buckets():
    return [bucket["Name"] for bucket in ec2.describe_regions()["Regions"]]
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
ec2 = boto3.client("ec2", config=CONFIG)


def pages(bucket):
    token = {}
    while True:
        response = s3.list_objects_v2(Bucket=bucket, **token)
        yield from response.get("Contents", [])
        if not response["IsTruncated"]:
            return
        token = {"ContinuationToken": response["NextContinuationToken"]}


def paged(bucket):
    response = s3.list_objects_v2(Bucket=bucket)
    while True:
        yield from response.get("Contents", [])
        if "NextContinuationToken" not in response:
            break
        response = s3.list_objects_v2(Bucket=bucket, ContinuationToken=response["NextContinuationToken"])


def exists(bucket, prefix):
    return "Contents" in s3.list_objects_v2(Bucket=bucket, Prefix=prefix, MaxKeys=1)


def is_empty(bucket):
    if s3.list_objects_v2(Bucket=bucket).get("Contents"):
        return False
    return True


def state(instance_id):
    reservations = ec2.describe_instances(InstanceIds=[instance_id])["Reservations"]
    return reservations[0]["Instances"][0]["State"]["Name"]


def image(name):
    return ec2.describe_images(Filters=[{"Name": "name", "Values": [name]}])["Images"][0]


def raw(bucket):
    return s3.list_objects_v2(Bucket=bucket)


def handed(bucket, show):
    show(s3.list_objects_v2(Bucket=bucket))


def proper(bucket):
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        yield from page.get("Contents", [])


def keys_of(user, iam=boto3.client("iam", config=CONFIG)):
    return [key["AccessKeyId"] for key in iam.list_access_keys(UserName=user)["AccessKeyMetadata"]]


def buckets():
    return [bucket["Name"] for bucket in ec2.describe_regions()["Regions"]]
