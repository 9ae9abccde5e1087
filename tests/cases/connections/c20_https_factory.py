import boto
from factories import make

none = boto.connect_s3(https_connection_factory=None)
own = boto.connect_ec2(https_connection_factory=(make, ()))
# ---- after ----
import boto3
from botocore.config import Config
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
import boto
from factories import make

# emitted: S3_CONFIG

none = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
# TODO(boto3ify): ec2.connection boto3 has no https_connection_factory; give verify= or a proxies Config instead
own = boto.connect_ec2(https_connection_factory=(make, ()))
