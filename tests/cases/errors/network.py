import socket

import boto
from boto.exception import S3ResponseError

RETRIED = (S3ResponseError, socket.error)
conn = boto.connect_s3()
bucket = conn.get_bucket("reports")
try:
    bucket.get_key("a").set_contents_from_string("x")
except (S3ResponseError, socket.timeout) as e:
    print(e)
except IOError as e:
    print(e.errno)

try:
    open("x").read()
except IOError:
    pass
# ---- after ----
import socket
import hashlib
import mimetypes
import re
import string
from email.utils import parsedate_to_datetime
from http.client import responses
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape

import boto3
from botocore.config import Config
from botocore.exceptions import (
    ClientError,
    ConnectTimeoutError,
    ConnectionClosedError,
    EndpointConnectionError,
    ReadTimeoutError,
)

# emitted: S3_CONFIG, _IDLE_HEADERS, _OBJECT_HEADERS, _reason, _error_body, _error_text, _get_bucket, _header_text, _header_parameters, _described, _get_key, _headers_of_metadata, _key, _learn, _put_parameters, _put_string

RETRIED = (ClientError, socket.error, EndpointConnectionError, ConnectionClosedError)
conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "reports")
try:
    _put_string(conn, _get_key(conn, bucket, "a"), "x")
except (ClientError, socket.timeout, ConnectTimeoutError, ReadTimeoutError) as e:
    print(_error_text(e, "S3ResponseError"))
except (IOError, EndpointConnectionError, ConnectionClosedError) as e:
    print(e.errno)

try:
    open("x").read()
except IOError:
    pass
