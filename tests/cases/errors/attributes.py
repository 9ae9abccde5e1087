import boto
from boto.exception import S3ResponseError

conn = boto.connect_s3()
try:
    conn.get_bucket("reports")
except S3ResponseError as error:
    print(error.status, error.reason, error.request_id)
    print(error.error_code, error.code)
    print(error.error_message, error.message)
    print(error.body, error.args[0])
    print(error.errors)
    raise
# ---- after ----
from http.client import responses
from xml.sax.saxutils import escape
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _error_code, _error_message, _reason, _error_body, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
try:
    _get_bucket(conn, "reports")
except ClientError as error:
    print(error.response["ResponseMetadata"]["HTTPStatusCode"], _reason(error), error.response["ResponseMetadata"].get("RequestId"))
    print(_error_code(error), _error_code(error))
    print(_error_message(error), _error_message(error))
    print(_error_body(error), error.response["ResponseMetadata"]["HTTPStatusCode"])
    print([
        (
            error.response["Error"]["Code"],
            error.response["Error"].get("Message"),
        )
    ])
    raise
