import boto3
from botocore.config import Config

S3_CONFIG = Config(
    signature_version="s3v4",
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)

old = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)


def new():
    return boto3.client("s3")
# ---- after ----
import boto3
from botocore.config import Config

S3_CONFIG = Config(
    signature_version="s3v4",
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)

old = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)


def new():
    return boto3.client("s3", config=S3_CONFIG)
