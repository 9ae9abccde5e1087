import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
for found in map(bucket.get_key, ["a", "b"]):
    print(found)
# ---- after ----
import re
import string
from email.utils import parsedate_to_datetime
from functools import partial
from urllib.parse import quote, unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _IDLE_HEADERS, _shown, _get_bucket, _header_text, _header_parameters, _response_parameters, _described, _get_key, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
for found in map(partial(_get_key, conn, bucket), ["a", "b"]):
    print(_shown(found, "<Key: %s,%s>", "Bucket", "Key"))
