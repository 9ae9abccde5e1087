import os

import boto3

s3 = boto3.client("s3", region_name=os.environ["REGION"])

from app import settings  # needs the client


def bucket():
    return s3.head_bucket(Bucket=settings.BUCKET)
# ---- after ----
import os

import boto3
from botocore.config import Config

S3_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)

s3 = boto3.client("s3", region_name=os.environ["REGION"], config=S3_CONFIG)

from app import settings  # needs the client


def bucket():
    return s3.head_bucket(Bucket=settings.BUCKET)
