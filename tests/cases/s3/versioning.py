import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
bucket.configure_versioning(True)
print(bucket.get_versioning_status())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _given, _get_bucket, _get_versioning_status

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
conn.put_bucket_versioning(
    Bucket=bucket,
    VersioningConfiguration={"Status": "Enabled", "MFADelete": "Disabled"},
)
print(_get_versioning_status(conn, bucket))
