import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
key = bucket.get_key("report.txt", validate=False)
key.delete()
# ---- after ----
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _delete_key, _delete, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
key = {"Bucket": bucket, "Key": "report.txt"}
_delete(conn, key)
