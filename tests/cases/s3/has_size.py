import boto

bucket = boto.connect_s3().get_bucket("data", validate=False)
for entry in bucket.list("logs/", "/"):
    print("%10d" % entry.size if hasattr(entry, "size") else "DIR", entry.name)
    if not hasattr(entry, "size"):
        continue
    print(entry.size)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _keys

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
for entry in _keys(s3, bucket, "logs/", "/"):
    print("%10d" % entry.get("Size") if ("Prefix" not in entry) else "DIR", entry["Key"])
    if not ("Prefix" not in entry):
        continue
    print(entry.get("Size"))
