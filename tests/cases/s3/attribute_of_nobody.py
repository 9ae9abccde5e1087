"""An attribute that boto 2's objects never had, read with a default."""
import boto

bucket = boto.connect_s3().get_bucket("data")
for key in bucket.list():
    print(key.name, getattr(key, "is_folder", False))
# ---- after ----
"""An attribute that boto 2's objects never had, read with a default."""
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _keys

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "data")
for key in _keys(s3, bucket):
    print(key["Key"], False)
