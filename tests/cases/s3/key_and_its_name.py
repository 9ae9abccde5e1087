import boto
bucket = boto.connect_s3().get_bucket("data")
key = bucket.get_key("report.txt")
name = key and key.name
print("%s" % name)
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "data")
key = _get_key(s3, bucket, "report.txt")
name = key and key["Key"]
print("%s" % name)
