import asyncio

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})


def fetch(key):
    return boto3.client("s3", config=CONFIG).get_object(Bucket="b", Key=key)


def count(account):
    return boto3.Session(profile_name=account).client("s3", config=CONFIG).list_buckets()


async def main(keys):
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.run_in_executor(None, fetch, key) for key in keys))
    return await asyncio.to_thread(count, "audit")


def accounts(names):
    for name in names:
        boto3.setup_default_session(profile_name=name)
        print(boto3.client("sts", config=CONFIG).get_caller_identity())
# ---- after ----
import asyncio

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})


def fetch(key):
    # TODO(boto3ify): harden.threads.session boto3.client uses the default session, which is not thread-safe, and runs in a thread: make the client before the threads start and share it, or use a session of its own here
    return boto3.client("s3", config=CONFIG).get_object(Bucket="b", Key=key)


def count(account):
    return boto3.Session(profile_name=account).client("s3", config=CONFIG).list_buckets()


async def main(keys):
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.run_in_executor(None, fetch, key) for key in keys))
    return await asyncio.to_thread(count, "audit")


def accounts(names):
    for name in names:
        # TODO(boto3ify): harden.threads.session setup_default_session changes the session that all threads use: make a boto3.Session(...) here and take clients from it
        boto3.setup_default_session(profile_name=name)
        print(boto3.client("sts", config=CONFIG).get_caller_identity())
