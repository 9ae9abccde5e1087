import boto3
from moto import mock_aws


@mock_aws
def test_upload():
    boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="b")
# ---- after ----
import boto3
from moto import mock_aws


@mock_aws
def test_upload():
    boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="b")
