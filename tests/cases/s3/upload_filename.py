from boto.s3.connection import S3Connection
from boto.s3.key import Key

conn = S3Connection()
bucket = conn.get_bucket("data", validate=False)
key = Key(bucket, "report.txt")
key.set_contents_from_filename("/tmp/report.txt")
# ---- after ----
import mimetypes
import os
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _key, _upload

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
key = {"Bucket": bucket, "Key": "report.txt"}
_upload(conn, "/tmp/report.txt", Bucket=key["Bucket"], Key=_key(key["Key"]))
