import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
print(bucket.new_key("report.txt").generate_url(expires_in=10000000))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
# TODO(boto3ify): s3.Key.generate_url a URL signed with signature version 4 lasts at most seven days; decide on a shorter time
print({
    "Bucket": bucket, "Key": "report.txt"
}.generate_url(expires_in=10000000))
