import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

s3 = boto3.client("s3", config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}))


def exists(key):
    try:
        s3.head_object(Bucket="b", Key=key)
    except ClientError as e:
        if e.response["Error"]["Code"] in ("404", "NoSuchKey"):
            return False
        raise
    return True


def also(key):
    try:
        s3.head_object(Bucket="b", Key=key)
    except ClientError as e:
        code = e.response["Error"]["Code"]
        if code == "404" or code == "NoSuchKey":
            return False
        if e.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return False
        raise
    return True


def body(key):
    try:
        return s3.get_object(Bucket="b", Key=key)["Body"].read()
    except s3.exceptions.NoSuchKey:
        return None
    except ClientError as e:
        if e.response["Error"]["Code"] == "NoSuchBucket":
            return None
        raise


def both(key):
    try:
        s3.head_object(Bucket="b", Key=key)
        return s3.get_object(Bucket="b", Key=key)
    except ClientError as e:
        if e.response["Error"]["Code"] == "NoSuchKey":
            return None
        raise
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

s3 = boto3.client("s3", config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"}))


def exists(key):
    try:
        s3.head_object(Bucket="b", Key=key)
    except ClientError as e:
        if e.response["Error"]["Code"] in ("404", "NoSuchKey"):
            return False
        raise
    return True


def also(key):
    try:
        s3.head_object(Bucket="b", Key=key)
    except ClientError as e:
        code = e.response["Error"]["Code"]
        if code == "404" or code == "NoSuchKey":
            return False
        if e.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return False
        raise
    return True


def body(key):
    try:
        return s3.get_object(Bucket="b", Key=key)["Body"].read()
    except s3.exceptions.NoSuchKey:
        return None
    except ClientError as e:
        if e.response["Error"]["Code"] == "NoSuchBucket":
            return None
        raise


def both(key):
    try:
        s3.head_object(Bucket="b", Key=key)
        return s3.get_object(Bucket="b", Key=key)
    except ClientError as e:
        if e.response["Error"]["Code"] == "NoSuchKey":
            return None
        raise
