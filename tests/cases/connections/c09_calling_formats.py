from boto.s3.connection import OrdinaryCallingFormat, S3Connection, SubdomainCallingFormat, VHostCallingFormat

path = S3Connection(calling_format=OrdinaryCallingFormat())
text = S3Connection(calling_format='boto.s3.connection.OrdinaryCallingFormat')
virtual = S3Connection(calling_format=SubdomainCallingFormat())
custom = S3Connection(host='objects.example.com')
vhost = S3Connection(calling_format=VHostCallingFormat())
# ---- after ----
import boto3
from botocore.config import Config
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.s3.connection import S3Connection, VHostCallingFormat

# emitted: S3_CONFIG

path = boto3.client(
    "s3", region_name="us-east-1", config=S3_CONFIG.merge(Config(s3={"addressing_style": "path"}))
)
text = boto3.client(
    "s3", region_name="us-east-1", config=S3_CONFIG.merge(Config(s3={"addressing_style": "path"}))
)
virtual = boto3.client(
    "s3", region_name="us-east-1", config=S3_CONFIG.merge(Config(s3={"addressing_style": "virtual"}))
)
custom = boto3.client(
    "s3",
    region_name="us-east-1",
    endpoint_url="https://objects.example.com",
    config=S3_CONFIG.merge(
        Config(
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "virtual"},
        )
    ),
)
# TODO(boto3ify): s3.VHostCallingFormat.__init__ boto3 has no such addressing; pass endpoint_url for your host and 'path' or 'virtual'
# TODO(boto3ify): s3.connection the calling format may be anything here; give addressing_style 'path' or 'virtual' in the Config
vhost = S3Connection(calling_format=VHostCallingFormat())
