import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
key = bucket.get_key("report.txt")
if key is not None:
    print(key.size, key.last_modified, key.content_type)
# ---- after ----
import re
from datetime import timezone
from email.utils import format_datetime
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _rfc1123, _get_bucket, _described, _get_key, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
key = _get_key(conn, bucket, "report.txt")
if key is not None:
    print(key.get("Size"), _rfc1123(key.get("LastModified")), key.get(
        "ContentType", "application/octet-stream"
    ))
