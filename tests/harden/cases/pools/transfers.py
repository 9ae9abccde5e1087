import boto3
from boto3.s3.transfer import TransferConfig

MANY = TransferConfig(max_concurrency=40, multipart_threshold=8 * 1024 * 1024)
s3 = boto3.client("s3")
other = boto3.client("s3", region_name="eu-west-1")


def upload(path, key):
    s3.upload_file(path, "b", key, Config=MANY)
    other.upload_file(path, "b", key, Config=TransferConfig(max_concurrency=4))
# ---- after ----
import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config

S3_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
    max_pool_connections=40,
)

MANY = TransferConfig(max_concurrency=40, multipart_threshold=8 * 1024 * 1024)
s3 = boto3.client("s3", config=S3_CONFIG)
other = boto3.client("s3", region_name="eu-west-1", config=S3_CONFIG)


def upload(path, key):
    s3.upload_file(path, "b", key, Config=MANY)
    other.upload_file(path, "b", key, Config=TransferConfig(max_concurrency=4))
