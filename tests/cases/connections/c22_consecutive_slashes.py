from boto.s3.connection import S3Connection

exact = S3Connection(suppress_consec_slashes=False)
cut = S3Connection(suppress_consec_slashes=True)
# ---- after ----
import boto3
from botocore.config import Config
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.s3.connection import S3Connection

# emitted: S3_CONFIG

# TODO(boto3ify): s3.connection suppress_consec_slashes=False keeps slashes in names; write this client by hand and use names as they are
exact = S3Connection(suppress_consec_slashes=False)
cut = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
