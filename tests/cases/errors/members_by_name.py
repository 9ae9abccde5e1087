"""Attributes of errors that are named by strings."""
import json
import boto
from boto.exception import S3ResponseError

conn = boto.connect_s3()
SHOWN = ("status", "reason", "code")
try:
    conn.get_bucket("reports")
except S3ResponseError as e:
    print([getattr(e, name) for name in SHOWN])
    print(json.dumps(vars(e)), e.__dict__["status"])
    print("{0.status} {0.error_code}".format(e))
    errors = [e]
    print("{0.status:d}/{1.error_code}".format(errors[0], e))
# ---- after ----
"""Attributes of errors that are named by strings."""
import json
from http.client import responses
from xml.sax.saxutils import escape
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _error_members, _error_member, _error_code, _error_message, _reason, _error_body, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
SHOWN = ("status", "reason", "code")
try:
    _get_bucket(conn, "reports")
except ClientError as e:
    print([_error_member(e, name) for name in SHOWN])
    print(json.dumps(_error_members(e)), _error_members(e)["status"])
    print("{} {}".format(
        e.response["ResponseMetadata"]["HTTPStatusCode"], _error_code(e)
    ))
    errors = [e]
    print("{:d}/{}".format(
        errors[0].response["ResponseMetadata"]["HTTPStatusCode"],
        _error_code(e),
    ))
