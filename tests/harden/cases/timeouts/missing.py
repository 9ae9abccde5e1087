"""A module with clients of several services."""

import boto3

from app import settings

s3 = boto3.client("s3")


class Keys:
    def __init__(self, session=None):
        self.session = session or boto3.Session()
        self.kms = self.session.client('kms', region_name=settings.REGION,
                                       endpoint_url=settings.KMS)

    def tables(self):
        return boto3.resource(
            "dynamodb",
            region_name=settings.REGION,
        ).tables.all()
# ---- after ----
"""A module with clients of several services."""

import boto3
from botocore.config import Config

from app import settings

DYNAMODB_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 10},
)
KMS_CONFIG = Config(
    connect_timeout=5,
    read_timeout=10,
    retries={"mode": "standard", "total_max_attempts": 5},
)
S3_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)

s3 = boto3.client("s3", config=S3_CONFIG)


class Keys:
    def __init__(self, session=None):
        self.session = session or boto3.Session()
        self.kms = self.session.client('kms', region_name=settings.REGION,
                                       endpoint_url=settings.KMS,
                                       config=KMS_CONFIG)

    def tables(self):
        return boto3.resource(
            "dynamodb",
            region_name=settings.REGION,
            config=DYNAMODB_CONFIG,
        ).tables.all()
