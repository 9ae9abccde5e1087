import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
key = bucket.get_key("report.txt")
key.set_contents_from_string(key.get_contents_as_string() + b"more")
# ---- after ----
import hashlib
import io
import mimetypes
import re
import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _IDLE_HEADERS, _OBJECT_HEADERS, _get_bucket, _header_text, _header_parameters, _described, _get_key, _headers_of_metadata, _key, _open, _close, _next_chunk, _chunks, _get_file, _get_string, _learn, _put_parameters, _put_string

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
key = _get_key(conn, bucket, "report.txt")
_put_string(conn, key, _get_string(conn, key) + b"more")
