import boto
import boto.exception
import boto.exception as boto_exception
from boto import exception

conn = boto.connect_s3()


def one(name):
    try:
        return conn.get_bucket(name)
    except boto.exception.S3ResponseError:
        return None


def two(name):
    try:
        return conn.get_bucket(name)
    except boto_exception.BotoServerError as e:
        return e.status


def three(name):
    try:
        return conn.get_bucket(name)
    except (exception.S3ResponseError, exception.EC2ResponseError):
        return None
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)


def one(name):
    try:
        return _get_bucket(conn, name)
    except ClientError:
        return None


def two(name):
    try:
        return _get_bucket(conn, name)
    except ClientError as e:
        return e.response["ResponseMetadata"]["HTTPStatusCode"]


def three(name):
    try:
        return _get_bucket(conn, name)
    except ClientError:
        return None
