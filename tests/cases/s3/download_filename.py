import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
bucket.get_key("report.txt").get_contents_to_filename("/tmp/report.txt")
# ---- after ----
import os
import re
import shutil
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key, _at, _download

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
_download(conn, "/tmp/report.txt", **_at(_get_key(conn, bucket, "report.txt")))
