"""getattr and hasattr of a key that may be None."""
import boto

bucket = boto.connect_s3().get_bucket("reports")
key = bucket.get_key("a")
print(getattr(key, "size", 0), hasattr(key, "size"))
print(getattr(bucket.get_key("b"), "size", 0))
# ---- after ----
"""getattr and hasattr of a key that may be None."""
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "reports")
key = _get_key(s3, bucket, "a")
print(0 if key is None else key.get("Size"), key is not None)
print(0 if (
    key_aws := _get_key(s3, bucket, "b")
) is None else key_aws.get("Size"))
