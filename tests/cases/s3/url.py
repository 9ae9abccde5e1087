import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
print(bucket.get_key("report.txt").generate_url(3600))
# ---- after ----
import re
import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _IDLE_HEADERS, _get_bucket, _header_text, _header_parameters, _described, _get_key, _key, _signed_url, _generate_url

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
print(_generate_url(conn, _get_key(conn, bucket, "report.txt"), 3600))
