import threading
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

WORKERS = 32
KMS_CONFIG = Config(connect_timeout=5, read_timeout=10, retries={"mode": "standard"})
s3 = boto3.client("s3")
kms = boto3.client("kms", config=KMS_CONFIG)
sqs = boto3.client("sqs")


def fetch(key):
    return decrypt(s3.get_object(Bucket="b", Key=key)["Body"].read())


def decrypt(blob):
    return kms.decrypt(CiphertextBlob=blob)


def poll():
    sqs.receive_message(QueueUrl="q")


def main(keys):
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        yield from pool.map(fetch, keys)
    for _ in range(20):
        threading.Thread(target=poll).start()
# ---- after ----
import threading
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

AWS_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
    max_pool_connections=32,
)

WORKERS = 32
KMS_CONFIG = Config(
    connect_timeout=5,
    read_timeout=10,
    retries={"mode": "standard"},
    max_pool_connections=32,
)
s3 = boto3.client("s3", config=AWS_CONFIG)
kms = boto3.client("kms", config=KMS_CONFIG)
sqs = boto3.client("sqs", config=AWS_CONFIG)


def fetch(key):
    return decrypt(s3.get_object(Bucket="b", Key=key)["Body"].read())


def decrypt(blob):
    return kms.decrypt(CiphertextBlob=blob)


def poll():
    sqs.receive_message(QueueUrl="q")


def main(keys):
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        yield from pool.map(fetch, keys)
    for _ in range(20):
        threading.Thread(target=poll).start()
