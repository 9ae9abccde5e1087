import boto
from boto.s3.connection import S3Connection

google = S3Connection(provider='google')
storage = boto.connect_gs('key', 'secret')
aws = S3Connection(provider='aws')
# ---- after ----
import boto3
from botocore.config import Config
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
import boto
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.s3.connection import S3Connection

# emitted: S3_CONFIG

# TODO(boto3ify): s3.connection boto3 speaks to AWS; for another provider give endpoint_url and its own keys
google = S3Connection(provider='google')
# TODO(boto3ify): other-services boto 2's gs is outside of what boto3ify converts; look for what takes its place in boto3's documentation
storage = boto.connect_gs('key', 'secret')
aws = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
