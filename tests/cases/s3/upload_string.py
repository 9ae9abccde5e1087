from boto.s3.connection import S3Connection
from boto.s3.key import Key

conn = S3Connection()
bucket = conn.get_bucket("data", validate=False)
key = Key(bucket)
key.key = "report.txt"
key.set_contents_from_string("text", headers={"Content-Type": "text/plain"})
# ---- after ----
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
key = {"Bucket": bucket, "Key": None}
key["Key"] = "report.txt"
conn.put_object(
    Bucket=key["Bucket"],
    Key=_key(key["Key"]),
    Body="text",
    ContentType="text/plain",
)
