from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}, max_pool_connections=16)
FEW = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
ec2 = boto3.client("ec2", config=FEW)


def fetch(key):
    return s3.get_object(Bucket="b", Key=key)


def stop(instance):
    ec2.stop_instances(InstanceIds=[instance])


def main(keys, count):
    with ThreadPoolExecutor(max_workers=32) as pool:
        list(pool.map(fetch, keys))
    with ThreadPoolExecutor(max_workers=4) as pool:
        pool.submit(stop, "i-1")
    with ThreadPoolExecutor(count) as pool:
        pool.submit(stop, "i-1")
# ---- after ----
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}, max_pool_connections=16)
FEW = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
ec2 = boto3.client("ec2", config=FEW)


def fetch(key):
    return s3.get_object(Bucket="b", Key=key)


def stop(instance):
    ec2.stop_instances(InstanceIds=[instance])


def main(keys, count):
    with ThreadPoolExecutor(max_workers=32) as pool:
        list(pool.map(fetch, keys))
    with ThreadPoolExecutor(max_workers=4) as pool:
        pool.submit(stop, "i-1")
    with ThreadPoolExecutor(count) as pool:
        pool.submit(stop, "i-1")
