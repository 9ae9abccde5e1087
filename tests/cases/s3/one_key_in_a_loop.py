from boto.s3.connection import S3Connection
from boto.s3.key import Key

conn = S3Connection()
bucket = conn.get_bucket("data", validate=False)
key = Key(bucket)
for number in range(3):
    key.key = "part-%d" % number
    key.set_contents_from_string("x")
# ---- after ----
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
key = {"Bucket": bucket, "Key": None}
for number in range(3):
    key["Key"] = "part-%d" % number
    conn.put_object(
        Bucket=key["Bucket"],
        Key=_key(key["Key"]),
        Body="x",
        ContentType="application/octet-stream",
    )
