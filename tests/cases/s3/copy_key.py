import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
bucket.copy_key("new.txt", "data", "old.txt")
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
conn.copy_object(
    Bucket=bucket,
    Key="new.txt",
    CopySource={"Bucket": "data", "Key": "old.txt"},
    StorageClass="STANDARD",
    MetadataDirective="COPY",
)
