"""Names of the classes of errors."""
import boto
from boto.exception import BotoServerError, EC2ResponseError, S3ResponseError

s3 = boto.connect_s3()
ec2 = boto.connect_ec2()
try:
    s3.get_bucket("reports")
except S3ResponseError as e:
    print(type(e).__name__, e.status)
    print(e.__class__.__name__ == "S3ResponseError")
try:
    s3.get_bucket("reports")
    ec2.get_all_zones()
except (S3ResponseError, EC2ResponseError, ValueError) as e:
    print(e.__class__.__name__)
try:
    ec2.get_all_zones()
except Exception as e:
    print(type(e).__name__)
    if type(e).__name__ in ("EC2ResponseError", "OSError"):
        raise
# ---- after ----
"""Names of the classes of errors."""
import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, S3_CONFIG, _is_error_of, _error_name, _get_bucket

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
ec2 = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
try:
    _get_bucket(s3, "reports")
except ClientError as e:
    print("S3ResponseError", e.response["ResponseMetadata"]["HTTPStatusCode"])
    print("S3ResponseError" == "S3ResponseError")
try:
    _get_bucket(s3, "reports")
    ec2.describe_availability_zones()
except (ClientError, ValueError) as e:
    print(_error_name(e) if type(e) is ClientError else e.__class__.__name__)
try:
    ec2.describe_availability_zones()
except Exception as e:
    print(_error_name(e) if type(e) is ClientError else type(e).__name__)
    if (
        _error_name(e) if type(e) is ClientError else type(e).__name__
    ) in ("EC2ResponseError", "OSError"):
        raise
