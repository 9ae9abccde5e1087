"""Errors of Python that a later clause is for are left to it."""
import boto
from boto.exception import BotoClientError

conn = boto.connect_s3()
try:
    conn.create_bucket("Reports").new_key("")
except BotoClientError as e:
    print("refused", e)
except ValueError as e:
    print("no name", e)
# ---- after ----
"""Errors of Python that a later clause is for are left to it."""
import boto3
from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ParamValidationError

# emitted: S3_CONFIG, _create_bucket, _named

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
try:
    {"Bucket": _create_bucket(conn, "Reports"), "Key": _named("")}
except (BotoCoreError, Boto3Error) as e:
    print("refused", "BotoClientError: " + str(e))
except ValueError as e:
    print("no name", e)
