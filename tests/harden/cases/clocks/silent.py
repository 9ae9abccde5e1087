import time
from datetime import datetime, timezone

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
time.sleep(1)
s3 = boto3.client("s3", config=CONFIG)


def link(key):
    stamp = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    print(stamp, datetime.now().strftime("%Y%m%d"))
    return s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": key}, ExpiresIn=7 * 24 * 3600)
# ---- after ----
import time
from datetime import datetime, timezone

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
time.sleep(1)
s3 = boto3.client("s3", config=CONFIG)


def link(key):
    stamp = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    print(stamp, datetime.now().strftime("%Y%m%d"))
    return s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": key}, ExpiresIn=7 * 24 * 3600)
