import boto

conn = boto.connect_s3()
buckets = conn.get_all_buckets()
print(buckets.owner.display_name)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
buckets = [bucket["Name"] for bucket in conn.list_buckets()["Buckets"]]
# TODO(boto3ify): s3.Connection.get_all_buckets this is a plain list now; read owner from the answer of the client's method itself
print(buckets.owner.display_name)
