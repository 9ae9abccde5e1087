"""Modules that do without boto 2 where it is not installed."""
try:
    import boto
    import boto.ec2
    from boto.s3.connection import S3Connection
    from boto.exception import S3ResponseError
except ImportError:
    boto = None
    S3Connection = None
    S3ResponseError = Exception


def sizes(name):
    if boto is None or not S3Connection:
        raise RuntimeError("install boto")
    try:
        return S3Connection().get_bucket(name).get_location()
    except S3ResponseError as e:
        return e.status
# ---- after ----
"""Modules that do without boto 2 where it is not installed."""

# emitted: _get_bucket

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import ClientError
    S3_CONFIG = Config(
        signature_version="s3v4",
        connect_timeout=10,
        read_timeout=70,
        retries={"total_max_attempts": 7, "mode": "standard"},
    )
except ImportError:
    boto3 = None
    ClientError = Exception


def sizes(name):
    if boto3 is None or not boto3:
        raise RuntimeError("install boto")
    try:
        s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
        return s3.get_bucket_location(Bucket=_get_bucket(s3, name)).get("LocationConstraint") or ""
    except ClientError as e:
        return e.response["ResponseMetadata"]["HTTPStatusCode"]
