import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
keys = bucket.list("logs/")
print(len(list(keys)))
for key in keys:
    print(key.name)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _anew, _keys, _list

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
keys = _list(conn, bucket, "logs/")
print(len(list(keys)))
for key in keys:
    print(key["Key"])
