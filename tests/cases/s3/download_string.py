import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
text = bucket.get_key("report.txt").get_contents_as_string()
print(text)
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key, _at

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
text = conn.get_object(
    **_at(_get_key(conn, bucket, "report.txt"))
)["Body"].read()
print(text)
