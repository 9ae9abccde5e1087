import boto
from boto.exception import *

try:
    boto.connect_s3().get_bucket("reports")
except S3ResponseError as e:
    print(e.status)
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket

try:
    _get_bucket(
        boto3.client("s3", region_name="us-east-1", config=S3_CONFIG),
        "reports",
    )
except ClientError as e:
    print(e.response["ResponseMetadata"]["HTTPStatusCode"])
