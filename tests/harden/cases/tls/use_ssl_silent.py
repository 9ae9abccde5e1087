import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
a = boto3.client("s3", use_ssl=True, config=CONFIG)
b = boto3.client("s3", use_ssl=False, endpoint_url="http://minio:9000", config=CONFIG)


def connect(is_secure=True):
    return boto3.client("s3", use_ssl=is_secure, config=CONFIG)


def configured(options):
    return boto3.client("s3", use_ssl=options.get("secure", True), config=CONFIG)
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
a = boto3.client("s3", use_ssl=True, config=CONFIG)
b = boto3.client("s3", use_ssl=False, endpoint_url="http://minio:9000", config=CONFIG)


def connect(is_secure=True):
    return boto3.client("s3", use_ssl=is_secure, config=CONFIG)


def configured(options):
    return boto3.client("s3", use_ssl=options.get("secure", True), config=CONFIG)
