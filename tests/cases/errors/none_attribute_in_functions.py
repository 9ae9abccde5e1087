"""An AttributeError of None that comes out of a function."""
import boto

bucket = boto.connect_s3().get_bucket("reports")


def size(name):
    return bucket.get_key(name).size


try:
    print(size("a"))
except AttributeError:
    print("not there")
# ---- after ----
"""An AttributeError of None that comes out of a function."""
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "reports")


def size(name):
    return _get_key(s3, bucket, name).get("Size")


try:
    print(size("a"))
except (AttributeError, TypeError):
    print("not there")
