import os

import boto

os.environ["S3_USE_SIGV4"] = "True"
os.environ.setdefault("EC2_USE_SIGV4", "1")
if not boto.config.get("s3", "use-sigv4"):
    boto.config.add_section("s3")
    boto.config.set("s3", "use-sigv4", "True")

bucket = boto.connect_s3(host="s3.eu-central-1.amazonaws.com").get_bucket("reports", validate=False)
key = bucket.new_key("a")
key.set_contents_from_string("x", headers={"x-amz-content-sha256": "UNSIGNED-PAYLOAD"})
# ---- after ----
import os
import re
from configparser import ConfigParser
from functools import cache

import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _boto_config_locations, _read_credential_file, _load_boto_config, _boto_config, _key

if not _boto_config().get("s3", "use-sigv4", fallback=None):
    _boto_config().add_section("s3")

s3 = boto3.client("s3", region_name="eu-central-1", config=S3_CONFIG)
bucket = "reports"
key = {"Bucket": bucket, "Key": "a"}
s3.put_object(
    Bucket=key["Bucket"], Key=_key(key["Key"]), Body="x", ContentType="application/octet-stream"
)
