import boto
from boto.s3.key import Key


def put(data, name=None):
    bucket = boto.connect_s3().get_bucket("b")
    key = Key(bucket, name)
    key.set_contents_from_string(data)
    return key.name


def put_named(data, name):
    bucket = boto.connect_s3().get_bucket("b")
    key = Key(bucket, name)
    key.set_contents_from_string(data)
# ---- after ----
import hashlib
import mimetypes
import re
import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _IDLE_HEADERS, _OBJECT_HEADERS, _get_bucket, _header_text, _header_parameters, _headers_of_metadata, _key, _learn, _put_parameters, _put_string

def put(data, name=None):
    s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    bucket = _get_bucket(s3, "b")
    key = {"Bucket": bucket, "Key": name}
    _put_string(s3, key, data)
    return key["Key"]


def put_named(data, name):
    s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    bucket = _get_bucket(s3, "b")
    key = {"Bucket": bucket, "Key": name}
    s3.put_object(
        Bucket=key["Bucket"],
        Key=_key(key["Key"]),
        Body=data,
        ContentType="application/octet-stream",
    )
