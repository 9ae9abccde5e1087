from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
resource = boto3.resource("s3", config=CONFIG)


def upload(path):
    s3.upload_file(path, "b", path)
    session = boto3.Session()
    session.resource("s3", config=CONFIG).Bucket("b").upload_file(path, path)


def main(paths):
    with ThreadPoolExecutor() as pool:
        pool.map(upload, paths)
    return [item.key for item in resource.Bucket("b").objects.all()]
# ---- after ----
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
resource = boto3.resource("s3", config=CONFIG)


def upload(path):
    s3.upload_file(path, "b", path)
    session = boto3.Session()
    session.resource("s3", config=CONFIG).Bucket("b").upload_file(path, path)


def main(paths):
    with ThreadPoolExecutor() as pool:
        pool.map(upload, paths)
    return [item.key for item in resource.Bucket("b").objects.all()]
