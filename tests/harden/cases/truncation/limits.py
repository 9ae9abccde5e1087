import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
iam = boto3.client("iam", config=CONFIG)


def keys(bucket):
    return [item["Key"] for item in s3.list_objects_v2(Bucket=bucket, MaxKeys=1000)["Contents"]]


def newest(bucket, count):
    some = s3.list_objects_v2(Bucket=bucket, MaxKeys=count)["Contents"]
    few = s3.list_objects_v2(Bucket=bucket, MaxKeys=10)["Contents"]
    return sorted(item["Key"] for item in some + few)


def policies():
    return [policy["Arn"] for policy in iam.list_policies(Scope="Local", MaxItems=500)["Policies"]]
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
iam = boto3.client("iam", config=CONFIG)


def keys(bucket):
    # TODO(boto3ify): harden.truncation list_objects_v2 gives one page and this takes it for all: use get_paginator("list_objects_v2") without MaxKeys, which is about one page as well
    return [item["Key"] for item in s3.list_objects_v2(Bucket=bucket, MaxKeys=1000)["Contents"]]


def newest(bucket, count):
    some = s3.list_objects_v2(Bucket=bucket, MaxKeys=count)["Contents"]
    few = s3.list_objects_v2(Bucket=bucket, MaxKeys=10)["Contents"]
    return sorted(item["Key"] for item in some + few)


def policies():
    # TODO(boto3ify): harden.truncation list_policies gives one page and this takes it for all: use get_paginator("list_policies") without MaxItems, which is about one page as well
    return [policy["Arn"] for policy in iam.list_policies(Scope="Local", MaxItems=500)["Policies"]]
