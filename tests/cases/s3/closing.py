from contextlib import closing

import boto

bucket = boto.connect_s3().get_bucket("data", validate=False)
with closing(bucket.get_key("report.txt")) as key:
    print(key.read())
# ---- after ----
from contextlib import closing
import re
from contextlib import nullcontext
from urllib.parse import unquote

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _described, _get_key, _key, _open, _close, _read

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
with nullcontext(_get_key(s3, bucket, "report.txt")) as key:
    print(_read(s3, key))
