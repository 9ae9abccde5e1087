import boto3
from botocore.config import Config

s3 = boto3.client("s3", config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}))


def report(bucket):
    response = s3.list_objects_v2(Bucket=bucket)
    print(response["KeyCount"], "keys")
    for item in response["Contents"]:
        print(item["Key"])
# ---- after ----
import boto3
from botocore.config import Config

s3 = boto3.client("s3", config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}))


def report(bucket):
    # TODO(boto3ify): harden.truncation list_objects_v2 gives one page and this takes it for all: use get_paginator("list_objects_v2"); KeyCount is about one page
    response = s3.list_objects_v2(Bucket=bucket)
    print(response["KeyCount"], "keys")
    for item in response["Contents"]:
        print(item["Key"])
