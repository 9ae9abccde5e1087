import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
for key in bucket.list("logs/"):
    print(key.last_modified)
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _iso_z, _get_bucket, _keys

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
for key in _keys(conn, bucket, "logs/"):
    print(_iso_z(key["LastModified"]))
