import sys

import boto
import boto.ec2
from boto.exception import BotoServerError, EC2ResponseError, S3CopyError, S3CreateError, S3ResponseError

s3 = boto.connect_s3()
ec2 = boto.ec2.connect_to_region("us-east-1")


def machines():
    return ec2.get_all_instances()


try:
    s3.get_bucket("reports").get_key("a").copy("other", "b")
    machines()
except S3CopyError as e:
    print(e.args[0], e.args[1])
except (S3ResponseError, KeyError) as e:
    text = str(e)
    if "Not Found" in text:
        print(text)
except:
    error = sys.exc_info()[1]
    print(getattr(error, "status", None), error.__class__.__name__ == "EC2ResponseError")

try:
    machines()
    s3.get_all_buckets()
except BotoServerError as e:
    if isinstance(e, S3ResponseError):
        print(str(e).splitlines()[0])
    print(issubclass(S3CreateError, S3ResponseError), EC2ResponseError.__name__)

HANDLERS = {S3ResponseError: 1, EC2ResponseError: 2}
# ---- after ----
import sys
import re
import string
from email.utils import parsedate_to_datetime
from http.client import responses
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, S3_CONFIG, _IDLE_HEADERS, _OBJECT_HEADERS, _reason, _error_body, _error_text, _copy_error, _is_error_of, _error_name, _error_of, _get_bucket, _lookup_bucket, _copy_key, _copy, _header_text, _header_parameters, _described, _get_key, _storage_class, _headers_of_metadata, _key

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
ec2 = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)


def machines():
    return ec2.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]


try:
    _copy(s3, _get_key(s3, _get_bucket(s3, "reports"), "a"), "other", "b")
    machines()
except _copy_error() as e:
    print(e.response["ResponseMetadata"]["HTTPStatusCode"], _reason(e))
except (*_error_of("s3"), KeyError) as e:
    text = _error_text(e, "S3ResponseError")
    if "Not Found" in text:
        print(text)
except:
    error = sys.exc_info()[1]
    print(error.response["ResponseMetadata"]["HTTPStatusCode"] if isinstance(
        error, ClientError
    ) else None, (
        _error_name(error) if type(error) is ClientError else error.__class__.__name__
    ) == "EC2ResponseError")

try:
    machines()
    [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]
except ClientError as e:
    if _is_error_of(e, "s3"):
        print(_error_text(e, "S3ResponseError").splitlines()[0])
    print(False, "EC2ResponseError")

# TODO(boto3ify): errors.keys EC2ResponseError and S3ResponseError are one class on boto3, so one of these keys is lost: choose by the error's code or operation_name
HANDLERS = {ClientError: 1, ClientError: 2}
