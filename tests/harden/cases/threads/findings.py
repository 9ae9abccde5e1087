import threading
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.resource("s3", config=CONFIG)
dynamodb = boto3.resource("dynamodb", config=CONFIG)


def upload(path):
    s3.Bucket("b").upload_file(path, path)


def count(name, table):
    client = boto3.client("sqs", config=CONFIG)
    client.purge_queue(QueueUrl=name)
    table.put_item(Item={"id": name})


def main(paths):
    with ThreadPoolExecutor() as pool:
        pool.map(upload, paths)
    threading.Thread(target=count, args=("q", dynamodb.Table("t"))).start()
# ---- after ----
import threading
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.resource("s3", config=CONFIG)
dynamodb = boto3.resource("dynamodb", config=CONFIG)


def upload(path):
    # TODO(boto3ify): harden.threads.resource a resource is not thread-safe and is used in threads: share a client, or make a session and resource in each
    s3.Bucket("b").upload_file(path, path)


def count(name, table):
    # TODO(boto3ify): harden.threads.session boto3.client uses the default session, which is not thread-safe, and runs in a thread: make the client before the threads start and share it, or use a session of its own here
    client = boto3.client("sqs", config=CONFIG)
    client.purge_queue(QueueUrl=name)
    table.put_item(Item={"id": name})


def main(paths):
    with ThreadPoolExecutor() as pool:
        pool.map(upload, paths)
    # TODO(boto3ify): harden.threads.resource a resource is not thread-safe and is used in threads: share a client, or make a session and resource in each
    threading.Thread(target=count, args=("q", dynamodb.Table("t"))).start()
