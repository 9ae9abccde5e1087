import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
bucket.delete()
conn.delete_bucket("other")
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
conn.delete_bucket(Bucket=bucket)
conn.delete_bucket(Bucket="other")
