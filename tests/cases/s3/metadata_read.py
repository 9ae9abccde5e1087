import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
key = bucket.get_key("report.txt")
print(key.get_metadata("owner"), key.metadata)
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
key = _get_key(conn, bucket, "report.txt")
print(key.get("Metadata", {}).get("owner"), key.setdefault("Metadata", {}))
