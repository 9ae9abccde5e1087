from boto.s3.connection import S3Connection
from boto.s3.key import Key

conn = S3Connection()
bucket = conn.get_bucket("data", validate=False)
key = Key(bucket, "report.txt")
key.set_contents_from_string("text", replace=False)
# ---- after ----
import hashlib
import mimetypes
import re
import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _IDLE_HEADERS, _OBJECT_HEADERS, _header_text, _header_parameters, _described, _get_key, _headers_of_metadata, _key, _learn, _put_parameters, _put_string

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
key = {"Bucket": bucket, "Key": "report.txt"}
_put_string(conn, key, "text", replace=False)
