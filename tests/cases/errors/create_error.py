import boto
from boto.exception import S3CreateError, S3ResponseError

conn = boto.connect_s3()


def make(name):
    try:
        return conn.create_bucket(name)
    except S3CreateError as e:
        print("is there already: %s" % e.error_code)
    except S3ResponseError as e:
        print("failed: %s" % e.status)
# ---- after ----
import sys
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError

# emitted: S3_CONFIG, _error_code, _create_error, _create_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)


def make(name):
    try:
        return _create_bucket(conn, name)
    except _create_error() as e:
        print("is there already: %s" % _error_code(e))
    except ClientError as e:
        print("failed: %s" % e.response["ResponseMetadata"]["HTTPStatusCode"])
