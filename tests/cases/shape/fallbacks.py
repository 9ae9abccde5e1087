try:
    from boto.exception import EC2ResponseError, S3ResponseError
    from boto.s3.connection import S3Connection
    from boto.s3.key import Key
except ImportError:
    S3Connection = object

    class S3ResponseError(Exception):
        pass

    EC2ResponseError = Exception

    def Key(bucket, name):
        raise RuntimeError("boto is missing")


def status(name, key):
    try:
        bucket = S3Connection(key, "secret").get_bucket(name)
        return Key(bucket, "name").exists()
    except S3ResponseError as e:
        return e.status
# ---- after ----


# emitted: _get_bucket, _described, _get_key, _exists, _key

try:
    import re
    from urllib.parse import unquote
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

    class ClientError(Exception):
        pass

    ClientError = Exception


def status(name, key):
    try:
        s3 = boto3.client(
            "s3",
            region_name="us-east-1",
            aws_access_key_id=key,
            aws_secret_access_key="secret",
            config=S3_CONFIG,
        )
        bucket = _get_bucket(s3, name)
        return _exists(s3, {"Bucket": bucket, "Key": "name"})
    except ClientError as e:
        return e.response["ResponseMetadata"]["HTTPStatusCode"]
