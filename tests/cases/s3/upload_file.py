from boto.s3.connection import S3Connection
from boto.s3.key import Key

conn = S3Connection()
bucket = conn.get_bucket("data", validate=False)
with open("/tmp/report.txt", "rb") as file:
    Key(bucket, "report.txt").set_contents_from_file(file)
# ---- after ----
import base64
import hashlib
import io
import mimetypes
import os
import re
from types import SimpleNamespace
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _key, _key_md5, _not_at_end, _binary, _window, _transmit, _learn, _upload_file

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
with open("/tmp/report.txt", "rb") as file:
    _upload_file(conn, {"Bucket": bucket, "Key": "report.txt"}, file)
