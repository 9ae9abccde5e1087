import sys

import boto
from boto.exception import S3ResponseError


def may_retry(kind, value):
    return issubclass(kind, S3ResponseError) and value.error_code == "RequestTimeTooSkewed"


try:
    boto.connect_s3().get_bucket("data")
except Exception:
    kind, value, trace = sys.exc_info()
    if issubclass(kind, S3ResponseError):
        print(value.status)
    print(may_retry(kind, value))
# ---- after ----
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _error_code, _get_bucket

def may_retry(kind, value):
    return issubclass(kind, ClientError) and _error_code(value) == "RequestTimeTooSkewed"


try:
    _get_bucket(boto3.client("s3", region_name="us-east-1", config=S3_CONFIG), "data")
except Exception:
    kind, value, trace = sys.exc_info()
    if issubclass(kind, ClientError):
        print(value.response["ResponseMetadata"]["HTTPStatusCode"])
    print(may_retry(kind, value))
