import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("reports", validate=False)
try:
    bucket.get_key("a")
except bucket.connection.provider.storage_response_error as e:
    print(e.status)
except conn.provider.storage_create_error as e:
    print(e.error_code)
# ---- after ----
import re
import sys
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _error_code, _create_error, _described, _get_key, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "reports"
try:
    _get_key(conn, bucket, "a")
except ClientError as e:
    print(e.response["ResponseMetadata"]["HTTPStatusCode"])
except _create_error() as e:
    print(_error_code(e))
