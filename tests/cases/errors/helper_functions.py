import boto
from boto.exception import BotoServerError, S3ResponseError


def describe(error):
    return "%s (%s)" % (error.error_code, error.status)


def is_missing(error):
    return isinstance(error, S3ResponseError) and error.status == 404


def find(conn, name):
    try:
        return conn.get_bucket(name)
    except BotoServerError as e:
        if not is_missing(e):
            print(describe(e))
            raise


find(boto.connect_s3(), "reports")
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _error_code, _get_bucket

def describe(error):
    return "%s (%s)" % (_error_code(error), error.response["ResponseMetadata"]["HTTPStatusCode"])


def is_missing(error):
    return isinstance(error, ClientError) and error.response["ResponseMetadata"]["HTTPStatusCode"] == 404


def find(conn, name):
    try:
        return _get_bucket(conn, name)
    except ClientError as e:
        if not is_missing(e):
            print(describe(e))
            raise


find(boto3.client("s3", region_name="us-east-1", config=S3_CONFIG), "reports")
