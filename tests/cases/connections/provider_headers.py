import boto


def headers_for(key, acl):
    provider = key.bucket.connection.provider
    headers = {provider.acl_header: acl}
    headers[key.bucket.connection.provider.storage_class_header] = "STANDARD"
    return headers


bucket = boto.connect_s3().get_bucket("photos")
key = bucket.new_key("a")
key.set_contents_from_string("x", headers=headers_for(key, "private"))
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

def headers_for(key, acl):
    headers = {"x-amz-acl": acl}
    headers["x-amz-storage-class"] = "STANDARD"
    return headers


s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "photos")
key = {"Bucket": bucket, "Key": "a"}
_put_string(s3, key, "x", headers=headers_for(key, "private"))
