"""Patterns for the text of an error."""
import unittest
import boto
from boto.exception import S3ResponseError


class Tests(unittest.TestCase):
    def test_text(self):
        conn = boto.connect_s3()
        with self.assertRaisesRegex(S3ResponseError, "404 Not Found"):
            conn.get_bucket("reports")
        with self.assertRaisesRegex(S3ResponseError, "NoSuchBucket"):
            conn.get_bucket("reports", validate=False).get_all_keys()
# ---- after ----
"""Patterns for the text of an error."""
import unittest
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _PAGE_ATTRIBUTES, _get_bucket, _list_parameters, _prefix, _page, _get_all_keys

class Tests(unittest.TestCase):
    def test_text(self):
        conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
        # TODO(boto3ify): errors.__str__ the pattern meets botocore's text now, 'An error occurred (CODE) when calling the OPERATION operation: MESSAGE': adapt it, or look at the attributes of the error instead
        with self.assertRaisesRegex(ClientError, "404 Not Found"):
            _get_bucket(conn, "reports")
        with self.assertRaisesRegex(ClientError, "NoSuchBucket"):
            _get_all_keys(conn, "reports")
