import boto

conn = boto.connect_s3()
if "data" in conn:
    print("there")
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _lookup_bucket, _has_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
if _has_bucket(conn, "data"):
    print("there")
