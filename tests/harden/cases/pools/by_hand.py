import queue

import boto3

CLIENTS = [boto3.client("sqs") for _ in range(16)]
POOL = queue.Queue()
for _ in range(8):
    POOL.put(boto3.client("s3"))


def make():
    return boto3.client("sns")


def fill(count):
    clients = []
    for _ in range(count):
        client = make()
        clients.append(client)
    return clients
# ---- after ----
import queue

import boto3
from botocore.config import Config

AWS_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)
SNS_CONFIG = Config(
    connect_timeout=5,
    read_timeout=10,
    retries={"mode": "standard", "total_max_attempts": 5},
)

# TODO(boto3ify): harden.pools.by-hand a pool of equal clients: clients are thread-safe, so make one with Config(max_pool_connections=...) as large as the number of threads and share it
CLIENTS = [boto3.client("sqs", config=AWS_CONFIG) for _ in range(16)]
POOL = queue.Queue()
for _ in range(8):
    # TODO(boto3ify): harden.pools.by-hand a pool of equal clients: clients are thread-safe, so make one with Config(max_pool_connections=...) as large as the number of threads and share it
    POOL.put(boto3.client("s3", config=AWS_CONFIG))


def make():
    return boto3.client("sns", config=SNS_CONFIG)


def fill(count):
    clients = []
    for _ in range(count):
        client = make()
        # TODO(boto3ify): harden.pools.by-hand a pool of equal clients: clients are thread-safe, so make one with Config(max_pool_connections=...) as large as the number of threads and share it
        clients.append(client)
    return clients
