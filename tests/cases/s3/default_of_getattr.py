import boto
from boto.s3.prefix import Prefix

bucket = boto.connect_s3().get_bucket("data")
for item in bucket.list("", "/"):
    print(item.name, getattr(item, "size", 0))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _keys

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "data")
for item in _keys(s3, bucket, "", "/"):
    print(item["Key"], 0 if "Prefix" in item else item.get("Size"))
