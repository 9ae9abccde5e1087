import boto

conn = boto.connect_s3()
bucket = conn.lookup("data")
if bucket is None:
    bucket = conn.create_bucket("data")
print(bucket.name)
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ParamValidationError

# emitted: S3_CONFIG, _get_bucket, _lookup_bucket, _create_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _lookup_bucket(conn, "data")
if bucket is None:
    bucket = _create_bucket(conn, "data")
print(bucket)
