import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
for grant in bucket.get_acl().acl.grants:
    print(grant.permission, grant.uri)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_acl, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
for grant in _get_acl(conn, bucket)["Grants"]:
    print(grant.get("Permission"), grant.get("Grantee", {}).get("URI"))
