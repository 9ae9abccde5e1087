import os

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
a = boto3.client("s3", use_ssl=None, config=CONFIG)
b = boto3.client("s3", "eu-west-1", None, None, config=CONFIG)
c = boto3.client("s3", use_ssl=False, config=CONFIG)
d = boto3.client("s3", use_ssl=os.environ.get("USE_SSL"), config=CONFIG)


def connect(is_secure=None):
    return boto3.client("s3", use_ssl=is_secure, config=CONFIG)


def configured(options):
    secure = options.get("secure")
    return boto3.client("s3", use_ssl=secure, config=CONFIG)
# ---- after ----
import os

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
a = boto3.client("s3", config=CONFIG)
b = boto3.client("s3", "eu-west-1", None, True, config=CONFIG)
# TODO(boto3ify): harden.tls.use-ssl requests leave over plain HTTP, with tokens and data readable: drop use_ssl=False unless this host has no TLS
c = boto3.client("s3", use_ssl=False, config=CONFIG)
# TODO(boto3ify): harden.tls.use-ssl os.environ.get("USE_SSL") can be None, which botocore takes for plain HTTP: write use_ssl=os.environ.get("USE_SSL") is not False if None means default
d = boto3.client("s3", use_ssl=os.environ.get("USE_SSL"), config=CONFIG)


def connect(is_secure=None):
    return boto3.client("s3", use_ssl=is_secure is None or is_secure, config=CONFIG)


def configured(options):
    secure = options.get("secure")
    # TODO(boto3ify): harden.tls.use-ssl secure can be None, which botocore takes for plain HTTP: write use_ssl=secure is not False if None means default
    return boto3.client("s3", use_ssl=secure, config=CONFIG)
