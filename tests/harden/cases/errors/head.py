import boto3
import botocore
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
resource = boto3.resource("s3", config=CONFIG)


def exists(key):
    try:
        s3.head_object(Bucket="b", Key=key)
    except ClientError as e:
        if e.response['Error']['Code'] == 'NoSuchKey':
            return False
        raise
    return True


def bucket_exists(name):
    try:
        s3.head_bucket(Bucket=name)
    except botocore.exceptions.ClientError as error:
        code = error.response.get("Error", {}).get("Code")
        if code not in ("NoSuchBucket",):
            raise
        return False
    return True


def fetch(key, path):
    try:
        s3.download_file("b", key, path)
    except ClientError as e:
        if e.response["Error"]["Code"] == 404:
            return None
        raise


def loaded(key):
    try:
        resource.Object("b", key).load()
    except s3.exceptions.NoSuchKey:
        return False
    except ClientError as e:
        if e.response["Error"]["Code"] != "NoSuchKey":
            raise
        return False
    return True


def body(key):
    try:
        return s3.get_object(Bucket="b", Key=key)["Body"].read()
    except ClientError as e:
        if e.response["Error"]["Code"] == "404":
            return None
        raise
# ---- after ----
import boto3
import botocore
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
s3 = boto3.client("s3", config=CONFIG)
resource = boto3.resource("s3", config=CONFIG)


def exists(key):
    try:
        s3.head_object(Bucket="b", Key=key)
    except ClientError as e:
        if e.response['Error']['Code'] in ('404', 'NoSuchKey'):
            return False
        raise
    return True


def bucket_exists(name):
    try:
        s3.head_bucket(Bucket=name)
    except botocore.exceptions.ClientError as error:
        code = error.response.get("Error", {}).get("Code")
        if code not in ("404", "NoSuchBucket",):
            raise
        return False
    return True


def fetch(key, path):
    try:
        s3.download_file("b", key, path)
    except ClientError as e:
        if e.response["Error"]["Code"] == "404":
            return None
        raise


def loaded(key):
    # TODO(boto3ify): harden.errors.head-code load never raises NoSuchKey, for a HEAD has no body: catch ClientError, compare with "404"
    try:
        resource.Object("b", key).load()
    except s3.exceptions.NoSuchKey:
        return False
    except ClientError as e:
        if e.response["Error"]["Code"] not in ("404", "NoSuchKey"):
            raise
        return False
    return True


def body(key):
    try:
        return s3.get_object(Bucket="b", Key=key)["Body"].read()
    except ClientError as e:
        if e.response["Error"]["Code"] in ("NoSuchKey", "404"):
            return None
        raise
