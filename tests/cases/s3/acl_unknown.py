import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
bucket.set_acl("open-to-all")
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _CANNED_ACLS, _set_acl, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
_set_acl(conn, bucket, "open-to-all")
