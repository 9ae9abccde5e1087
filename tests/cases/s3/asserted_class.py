import unittest

import boto
from boto.s3.connection import S3Connection


class Test(unittest.TestCase):
    def test(self):
        self.assertIsInstance(boto.connect_s3(), S3Connection)
# ---- after ----
import unittest

import boto3
from botocore.client import BaseClient
from botocore.config import Config

# emitted: S3_CONFIG

class Test(unittest.TestCase):
    def test(self):
        self.assertIsInstance(boto3.client(
            "s3", region_name="us-east-1", config=S3_CONFIG
        ), BaseClient)
