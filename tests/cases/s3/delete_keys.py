import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
result = bucket.delete_keys([key.name for key in bucket.list("old/")])
print(len(result.deleted), len(result.errors))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _deletion, _delete_batch, _delete_keys, _keys

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
result = _delete_keys(
    conn, bucket, [key["Key"] for key in _keys(conn, bucket, "old/")]
)
print(len(result["Deleted"]), len(result["Errors"]))
