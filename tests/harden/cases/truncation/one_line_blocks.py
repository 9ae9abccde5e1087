import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})


def show(bucket):
    s3 = boto3.client("s3", config=CONFIG); total = 0
    for item in s3.list_objects_v2(Bucket=bucket)["Contents"]: total += item["Size"]
    return total


def main(bucket):
    if bucket:
        print("buckets"); [boto3.client("sqs", config=CONFIG) for _ in range(4)]
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})


def show(bucket):
    s3 = boto3.client("s3", config=CONFIG); total = 0
    for item in s3.get_paginator("list_objects_v2").paginate(
        Bucket=bucket
    ).build_full_result()["Contents"]: total += item["Size"]
    return total


def main(bucket):
    if bucket:
        # TODO(boto3ify): harden.pools.by-hand a pool of equal clients: clients are thread-safe, so make one with Config(max_pool_connections=...) as large as the number of threads and share it
        print("buckets"); [boto3.client("sqs", config=CONFIG) for _ in range(4)]
