import boto3

from app import Config


def client():
    return boto3.client("s3", region_name=Config.REGION)
# ---- after ----
import boto3
import botocore.config

from app import Config

S3_CONFIG = botocore.config.Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)


def client():
    return boto3.client("s3", region_name=Config.REGION, config=S3_CONFIG)
