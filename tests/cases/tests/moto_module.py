import boto
import moto


class Suite(object):
    @classmethod
    def setup_class(cls):
        cls.mocks = [moto.mock_s3(), moto.mock_ec2_deprecated()]
        for mock in cls.mocks:
            mock.start()
        cls.conn = boto.connect_s3()

    @moto.mock_s3
    def test_one(self, mock_s3=None):
        assert mock_s3 is None
        self.conn.create_bucket("reports")
# ---- after ----
import boto3
from botocore.config import Config
import moto

# emitted: S3_CONFIG

class Suite(object):
    @classmethod
    def setup_class(cls):
        cls.mocks = [moto.mock_aws(), moto.mock_aws()]
        for mock in cls.mocks:
            mock.start()
        cls.conn = boto3.client(
            "s3", region_name="us-east-1", config=S3_CONFIG
        )

    @moto.mock_aws
    def test_one(self, mock_s3=None):
        assert mock_s3 is None
        self.conn.create_bucket(Bucket="reports")
