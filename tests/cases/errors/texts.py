import logging
import sys
import warnings

import boto
import boto.ec2
from boto.compat import six
from boto.exception import BotoClientError, BotoServerError, EC2ResponseError, S3ResponseError

log = logging.getLogger(__name__)


class Refused(S3ResponseError):
    pass


class Told(S3ResponseError):
    def __str__(self):
        return "told"


def size_of(name):
    conn = boto.connect_s3()
    try:
        return conn.get_bucket(name)
    except Told as e:
        return str(e)
    except Refused as e:
        return str(e)
    except S3ResponseError as e:
        log.error("not there: %s", e)
        log.error("not there: %s" % e)
        log.error("not there: {}".format(e))
        print("not there", e, file=sys.stderr)
        sys.stderr.write("not there: %s\n" % e)
        warnings.warn("not there: %s" % e)
        print("not there", e)
        print("not there: %s" % e)
        print("not there: %r" % e)
        print("not there: {0} ({1})".format(e, name))
        print(f"not there: {e}")
        print("not there: %(error)s" % {"error": e})
        log.error("not there: %(error)s" % {"error": e})
        if "NoSuchBucket" in str(e):
            return None
        log.error("not there: " + str(e))
        return {"error": six.text_type(e), "more": repr(e), "again": e.__str__()}


def either(name):
    conn = boto.connect_s3()
    ec2 = boto.ec2.connect_to_region("eu-west-1")
    try:
        conn.delete_bucket(name)
        ec2.delete_security_group(name)
    except EC2ResponseError as e:
        raise ValueError("group: %s" % e)
    except BotoServerError as e:
        return str(e), e.body
    except BotoClientError as e:
        return str(e)


def anything(name):
    conn = boto.connect_s3()
    try:
        conn.delete_bucket(name)
    except Exception as e:
        log.warning("failed: %s", e)
        return "failed: %s" % e
    try:
        return int(name)
    except ValueError as e:
        return str(e)
# ---- after ----
import logging
import sys
import warnings
from http.client import responses
from xml.sax.saxutils import escape

import boto3
import botocore.session
from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

# emitted: EC2_CONFIG, S3_CONFIG, _given, _reason, _error_body, _error_text, _is_error_of, _error_name, _error_of, _get_bucket

log = logging.getLogger(__name__)


class Refused(ClientError):
    pass


class Told(ClientError):
    def __str__(self):
        return "told"


def size_of(name):
    conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    try:
        return _get_bucket(conn, name)
    except Told as e:
        return _error_text(e, "S3ResponseError")
    except Refused as e:
        return _error_text(e, "S3ResponseError")
    except ClientError as e:
        log.error("not there: %s", e)
        log.error("not there: %s" % e)
        log.error("not there: {}".format(e))
        print("not there", e, file=sys.stderr)
        sys.stderr.write("not there: %s\n" % e)
        warnings.warn("not there: %s" % e)
        print("not there", _error_text(e, "S3ResponseError"))
        print("not there: %s" % _error_text(e, "S3ResponseError"))
        print("not there: %s" % _error_text(e, "S3ResponseError"))
        print("not there: {0} ({1})".format(_error_text(e, "S3ResponseError"), name))
        print(f"not there: {_error_text(e, 'S3ResponseError')}")
        print("not there: %(error)s" % {"error": _error_text(e, "S3ResponseError")})
        log.error("not there: %(error)s" % {"error": e})
        if "NoSuchBucket" in str(e):
            return None
        log.error("not there: " + _error_text(e, "S3ResponseError"))
        return {"error": _error_text(
            e, "S3ResponseError"
        ), "more": _error_text(
            e, "S3ResponseError"
        ), "again": _error_text(
            e, "S3ResponseError"
        )}


def either(name):
    conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    ec2 = boto3.client("ec2", region_name="eu-west-1", config=EC2_CONFIG)
    try:
        conn.delete_bucket(Bucket=name)
        ec2.delete_security_group(**_given(GroupName=name))
    except _error_of("ec2") as e:
        raise ValueError("group: %s" % _error_text(e, "EC2ResponseError"))
    except ClientError as e:
        return _error_text(e, _error_name(e)), _error_body(e, _error_name(e))
    except (BotoCoreError, Boto3Error, ValueError) as e:
        return "BotoClientError: " + str(e)


def anything(name):
    conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    try:
        conn.delete_bucket(Bucket=name)
    except Exception as e:
        log.warning("failed: %s", e)
        return "failed: %s" % _error_text(e, _error_name(e))
    try:
        return int(name)
    except ValueError as e:
        return str(e)
