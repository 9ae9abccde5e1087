"""Classes of errors in lists, and clauses for Google Storage, which stay whole."""
import boto
from boto.exception import BotoClientError, GSResponseError, S3ResponseError

CAUGHT = [S3ResponseError, BotoClientError]
CAUGHT.append(BotoClientError)
conn = boto.connect_s3()
try:
    conn.get_bucket("reports")
except tuple(CAUGHT):
    print("failed")
try:
    conn.get_bucket("reports")
except GSResponseError as e:
    print(e.reason, e.status)
# ---- after ----
"""Classes of errors in lists, and clauses for Google Storage, which stay whole."""
import boto3
from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.exception import BotoClientError, GSResponseError

# emitted: S3_CONFIG, _get_bucket

CAUGHT = [ClientError, BotoCoreError, Boto3Error, ValueError]
# TODO(boto3ify): errors.BotoClientError add what boto3 raises, each by itself: BotoCoreError, Boto3Error, ValueError
CAUGHT.append(BotoClientError)
conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
try:
    _get_bucket(conn, "reports")
except tuple(CAUGHT):
    print("failed")
try:
    _get_bucket(conn, "reports")
# TODO(boto3ify): errors.GSResponseError Google Storage is outside of what boto3 speaks; use google-cloud-storage and its exceptions
except GSResponseError as e:
    print(e.reason, e.status)
