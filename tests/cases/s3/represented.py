import logging

import boto

key = boto.connect_s3().get_bucket("data", validate=False).get_key("a")
print(repr(key), "%r" % key)
logging.info("%5.1f%% of %r: %r", 2.0, key, key.name)
# ---- after ----
import logging
import re
from urllib.parse import unquote

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _shown, _described, _get_key, _key

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
key = _get_key(s3, "data", "a")
print(_shown(key, "<Key: %s,%s>", "Bucket", "Key"), "%s" % _shown(key, "<Key: %s,%s>", "Bucket", "Key"))
logging.info("%5.1f%% of %s: %r", 2.0, _shown(
    key, "<Key: %s,%s>", "Bucket", "Key"
), key["Key"])
