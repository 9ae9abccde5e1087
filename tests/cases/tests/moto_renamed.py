import boto

try:
    from moto import mock_s3_deprecated as mock_s3
except ImportError:
    from moto import mock_s3


@mock_s3
def test_make():
    boto.connect_s3().create_bucket("reports")
# ---- after ----
import boto3
from botocore.config import Config

try:
    from moto import mock_aws as mock_s3
except ImportError:
    from moto import mock_aws as mock_s3

# emitted: S3_CONFIG

@mock_s3
def test_make():
    boto3.client(
        "s3", region_name="us-east-1", config=S3_CONFIG
    ).create_bucket(Bucket="reports")
