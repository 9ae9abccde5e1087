import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
found = bucket.lookup("report.txt")
print(found.name if found else "missing")
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _lookup_key, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
found = _lookup_key(conn, bucket, "report.txt")
print(found["Key"] if found else "missing")
