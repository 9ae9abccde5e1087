import boto3
from botocore.config import Config

s3 = boto3.client("s3", config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}))


def old(bucket):
    for item in s3.list_objects_v2(Bucket=bucket)["Contents"]:
        yield {"Key": item["Key"]}


def clean(bucket):
    s3.delete_objects(Bucket=bucket, Delete={"Objects": list(old(bucket))})
# ---- after ----
import boto3
from botocore.config import Config

s3 = boto3.client("s3", config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}))


def old(bucket):
    # TODO(boto3ify): harden.truncation list_objects_v2 gives one page and this takes it for all: use get_paginator("list_objects_v2"), and see that what is deleted or stopped may then be more
    for item in s3.list_objects_v2(Bucket=bucket)["Contents"]:
        yield {"Key": item["Key"]}


def clean(bucket):
    s3.delete_objects(Bucket=bucket, Delete={"Objects": list(old(bucket))})
