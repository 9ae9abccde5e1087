from boto.s3.connection import S3Connection
from boto.s3.key import Key

conn = S3Connection()
bucket = conn.get_bucket("data", validate=False)
key = bucket.new_key("index.html")
key.set_contents_from_string("<p>", policy="public-read", reduced_redundancy=True)
# ---- after ----
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
key = {"Bucket": bucket, "Key": "index.html"}
conn.put_object(
    Bucket=key["Bucket"],
    Key=_key(key["Key"]),
    Body="<p>",
    ACL="public-read",
    StorageClass="REDUCED_REDUNDANCY",
    ContentType="application/octet-stream",
)
