"""Clauses for boto 2's errors and for the program's own, some of which are boto 2's as well."""
import boto
from boto.exception import S3ResponseError


class Mine(S3ResponseError):
    def __init__(self, what, original=None):
        super(Mine, self).__init__(404, "Not Found")
        self.what = what
        self.original = original


class Refused(Exception):
    def __init__(self, code):
        self.code = code


conn = boto.connect_s3()
try:
    conn.get_bucket("reports")
except (S3ResponseError, Refused) as e:
    print(e.code)
try:
    conn.get_bucket("reports")
except Refused as e:
    print(e.code)
except Mine as e:
    print(e.status, e.what)
try:
    try:
        conn.get_bucket("reports")
    except S3ResponseError as e:
        raise Mine("reports", e)
except Mine as e:
    print(e.original.reason)
# ---- after ----
"""Clauses for boto 2's errors and for the program's own, some of which are boto 2's as well."""
from http.client import responses
from xml.etree import ElementTree
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _error_code, _reason, _error_response, _get_bucket

class Mine(ClientError):
    def __init__(self, what, original=None):
        super(Mine, self).__init__(_error_response(404, "Not Found"), "s3")
        self.what = what
        self.original = original


class Refused(Exception):
    def __init__(self, code):
        self.code = code


conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
try:
    _get_bucket(conn, "reports")
except (ClientError, Refused) as e:
    print(e.code if hasattr(e, "code") else _error_code(e))
try:
    _get_bucket(conn, "reports")
except Refused as e:
    print(e.code)
except Mine as e:
    print(e.response["ResponseMetadata"]["HTTPStatusCode"], e.what)
try:
    try:
        _get_bucket(conn, "reports")
    except ClientError as e:
        raise Mine("reports", e)
except Mine as e:
    print(_reason(e.original))
