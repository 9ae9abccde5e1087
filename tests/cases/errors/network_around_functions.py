"""Errors of the network around functions that ask AWS, and beside boto 2's own."""
import socket
import boto
from boto.exception import S3ResponseError


def size(name):
    return boto.connect_s3().get_bucket(name).get_key("a").size


def run(job):
    try:
        job()
    except S3ResponseError as e:
        print(e.status)
    except socket.error:
        print("offline")


try:
    print(size("reports"))
except socket.timeout:
    print("slow")
except IOError:
    print("no file")
# ---- after ----
"""Errors of the network around functions that ask AWS, and beside boto 2's own."""
import socket
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import (
    ClientError,
    ConnectTimeoutError,
    ConnectionClosedError,
    EndpointConnectionError,
    ReadTimeoutError,
)

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key

def size(name):
    s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    return _get_key(s3, _get_bucket(s3, name), "a").get("Size")


def run(job):
    try:
        job()
    except ClientError as e:
        print(e.response["ResponseMetadata"]["HTTPStatusCode"])
    except (socket.error, EndpointConnectionError, ConnectionClosedError):
        print("offline")


try:
    print(size("reports"))
except (socket.timeout, ConnectTimeoutError, ReadTimeoutError):
    print("slow")
except IOError:
    print("no file")
