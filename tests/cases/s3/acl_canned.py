import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
bucket.set_acl("public-read")
bucket.get_key("report.txt").make_public()
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _CANNED_ACLS, _set_acl, _make_key_public, _get_bucket, _described, _get_key, _key, _at

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
conn.put_bucket_acl(Bucket=bucket, ACL="public-read")
_make_key_public(conn, _get_key(conn, bucket, "report.txt"))
