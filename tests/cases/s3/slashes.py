import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
bucket.new_key("/logs//today").set_contents_from_string("x")
bucket.delete_key("/logs//yesterday")
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
conn.put_object(
    Bucket=bucket,
    Key="logs/today",
    Body="x",
    ContentType="application/octet-stream",
)
conn.delete_object(Bucket=bucket, Key="logs/yesterday")
