import boto
from boto.s3.prefix import Prefix

bucket = boto.connect_s3().get_bucket("data")
for item in bucket.list("", "/"):
    if isinstance(item, Prefix):
        print("dir", item.name)
    else:
        print("file", item.name, item.size)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _keys

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "data")
for item in _keys(s3, bucket, "", "/"):
    if "Prefix" in item:
        print("dir", item["Key"])
    else:
        print("file", item["Key"], item.get("Size"))
