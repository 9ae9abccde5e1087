import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
print(bucket.new_key("report.txt").generate_url(3600))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
print(conn.generate_presigned_url(
    "get_object",
    Params={"Bucket": bucket, "Key": "report.txt"},
    ExpiresIn=3600,
))
