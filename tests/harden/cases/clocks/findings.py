import subprocess
from datetime import datetime

import boto3
import requests
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
early = boto3.client("s3", config=CONFIG)
MODEL = requests.get("https://example.com/model").content
late = boto3.client("s3", config=CONFIG)


def handler(event, context):
    stamp = datetime.now().strftime("%Y%m%dT%H%M%SZ")
    link = late.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": stamp}, ExpiresIn=30 * 24 * 3600)
    return link
# ---- after ----
import subprocess
from datetime import datetime

import boto3
import requests
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
early = boto3.client("s3", config=CONFIG)
MODEL = requests.get("https://example.com/model").content
# TODO(boto3ify): harden.clocks.handler a client made at import after slow work (requests.get): a frozen or slow start can leave its credentials and signatures behind the clock; make it before that, or in the handler when it is first needed
late = boto3.client("s3", config=CONFIG)


def handler(event, context):
    # TODO(boto3ify): harden.clocks.local-time a time with a Z at its end is in UTC, and this is local time: signatures made with it are off by hours
    stamp = datetime.now().strftime("%Y%m%dT%H%M%SZ")
    # TODO(boto3ify): harden.clocks.presigned Signature Version 4 allows 7 days (604800 s) at most: AWS refuses this link when it is used
    link = late.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": stamp}, ExpiresIn=30 * 24 * 3600)
    return link
