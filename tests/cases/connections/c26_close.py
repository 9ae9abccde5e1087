import boto

conn = boto.connect_s3()
print(len(conn.get_all_buckets()))
conn.close()
print(len(conn.get_all_buckets()))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
print(len([bucket["Name"] for bucket in conn.list_buckets()["Buckets"]]))
conn.close()
print(len([bucket["Name"] for bucket in conn.list_buckets()["Buckets"]]))
