import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
page = bucket.get_all_keys(max_keys=10, prefix="a")
print([key.name for key in page], page.is_truncated)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _PAGE_ATTRIBUTES, _get_bucket, _list_parameters, _prefix, _page, _get_all_keys

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
page = _get_all_keys(conn, bucket, max_keys=10, prefix="a")
print([key["Key"] for key in page], page.is_truncated)
