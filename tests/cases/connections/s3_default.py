import boto

conn = boto.connect_s3()
for bucket in conn.get_all_buckets():
    print(bucket.name)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
for bucket in [bucket["Name"] for bucket in conn.list_buckets()["Buckets"]]:
    print(bucket)
