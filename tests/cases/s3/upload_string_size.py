from boto.s3.connection import S3Connection
from boto.s3.key import Key

conn = S3Connection()
bucket = conn.get_bucket("data", validate=False)
key = Key(bucket, "report.txt")
sent = key.set_contents_from_string("text")
print(sent, key.etag)
# ---- after ----
import hashlib
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _key, _learn, _upload_string

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
key = {"Bucket": bucket, "Key": "report.txt"}
sent = _upload_string(conn, key, "text")
print(sent, key.get("ETag"))
