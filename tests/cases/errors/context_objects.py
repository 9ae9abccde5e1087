import unittest

import boto
import pytest
from boto.exception import S3ResponseError


class BucketTest(unittest.TestCase):
    def test_missing(self):
        conn = boto.connect_s3()
        self.assertRaises(S3ResponseError, conn.get_bucket, "nope")
        with self.assertRaises(S3ResponseError) as caught:
            conn.get_bucket("nope")
        self.assertEqual(caught.exception.status, 404)
        error = caught.exception
        self.assertEqual(error.error_code, "NoSuchBucket")


def test_missing():
    conn = boto.connect_s3()
    with pytest.raises(S3ResponseError) as info:
        conn.get_bucket("nope")
    assert info.value.status == 404
# ---- after ----
import unittest
import string
from email.utils import parsedate_to_datetime
from functools import partial
from urllib.parse import quote

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
import pytest

# emitted: S3_CONFIG, _IDLE_HEADERS, _error_code, _get_bucket, _header_text, _header_parameters

class BucketTest(unittest.TestCase):
    def test_missing(self):
        conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
        self.assertRaises(ClientError, partial(_get_bucket, conn), "nope")
        with self.assertRaises(ClientError) as caught:
            _get_bucket(conn, "nope")
        self.assertEqual(caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], 404)
        error = caught.exception
        self.assertEqual(_error_code(error), "NoSuchBucket")


def test_missing():
    conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    with pytest.raises(ClientError) as info:
        _get_bucket(conn, "nope")
    assert info.value.response["ResponseMetadata"]["HTTPStatusCode"] == 404
