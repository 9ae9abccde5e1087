import unittest

import boto
from moto import mock_ec2, mock_s3
from moto.s3 import mock_s3_deprecated


@mock_s3
@mock_ec2
def test_stacked():
    boto.connect_s3().create_bucket("reports")


@mock_s3_deprecated
class BucketTest(unittest.TestCase):
    @mock_ec2()
    def test_inner(self):
        boto.connect_s3().create_bucket("reports")


def test_with():
    with mock_s3(), mock_ec2():
        boto.connect_s3().create_bucket("reports")
    with mock_s3() as mock:
        mock.reset()
# ---- after ----
import unittest

import boto3
from botocore.config import Config
from moto import mock_aws

# emitted: S3_CONFIG

@mock_aws
def test_stacked():
    boto3.client(
        "s3", region_name="us-east-1", config=S3_CONFIG
    ).create_bucket(Bucket="reports")


@mock_aws
class BucketTest(unittest.TestCase):
    @mock_aws()
    def test_inner(self):
        boto3.client(
            "s3", region_name="us-east-1", config=S3_CONFIG
        ).create_bucket(Bucket="reports")


def test_with():
    with mock_aws():
        boto3.client(
            "s3", region_name="us-east-1", config=S3_CONFIG
        ).create_bucket(Bucket="reports")
    with mock_aws() as mock:
        mock.reset()
