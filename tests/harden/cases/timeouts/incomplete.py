import boto3
from botocore.client import Config

UNSIGNED = Config(signature_version="s3v4")
public = boto3.client("s3", config=UNSIGNED)
mirror = boto3.client(
    "s3",
    config=Config(
        s3={"addressing_style": "path"},
        read_timeout=15,
    ),
)
# ---- after ----
import boto3
from botocore.client import Config

UNSIGNED = Config(
    signature_version="s3v4",
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)
public = boto3.client("s3", config=UNSIGNED)
mirror = boto3.client(
    "s3",
    config=Config(
        s3={"addressing_style": "path"},
        read_timeout=15,
        connect_timeout=5,
        retries={"mode": "standard", "total_max_attempts": 5},
    ),
)
