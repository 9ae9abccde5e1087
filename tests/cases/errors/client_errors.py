import boto
from boto.exception import BotoClientError, BotoServerError

conn = boto.connect_s3()
try:
    conn.create_bucket("Reports")
except BotoClientError as e:
    print("refused: %s" % e.reason)
except BotoServerError as e:
    print("failed: %s" % e.reason)

try:
    conn.create_bucket("Reports")
except (BotoClientError, BotoServerError) as e:
    print(e.status, e.reason, e.message)
# ---- after ----
from http.client import responses
import boto3
from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

# emitted: S3_CONFIG, _error_message, _reason, _create_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
try:
    _create_bucket(conn, "Reports")
except (BotoCoreError, Boto3Error, ValueError) as e:
    print("refused: %s" % str(e))
except ClientError as e:
    print("failed: %s" % _reason(e))

try:
    _create_bucket(conn, "Reports")
except (BotoCoreError, Boto3Error, ValueError, ClientError) as e:
    print(e.response["ResponseMetadata"]["HTTPStatusCode"], _reason(e), _error_message(e))
