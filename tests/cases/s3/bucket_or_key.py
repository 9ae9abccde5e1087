import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")


def rights(thing):
    return thing.get_acl()


print(rights(bucket), rights(bucket.get_key("report.txt")))
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_acl, _get_key_acl, _get_bucket, _described, _get_key, _key, _at

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")


def rights(thing):
    return _get_acl(conn, thing) if isinstance(thing, str) else _get_key_acl(conn, thing)


print(rights(bucket), rights(_get_key(conn, bucket, "report.txt")))
