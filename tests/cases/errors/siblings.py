import boto
import boto.ec2
from boto.exception import BotoServerError, EC2ResponseError, S3ResponseError

s3 = boto.connect_s3()
ec2 = boto.ec2.connect_to_region("us-east-1")
try:
    s3.get_bucket("reports")
    ec2.get_all_volumes()
except S3ResponseError as e:
    print("s3", e.status)
except EC2ResponseError as e:
    print("ec2", e.status)

try:
    s3.get_bucket("reports")
except S3ResponseError as e:
    print("s3", e.status)
except BotoServerError as e:
    print("other", e.status)
# ---- after ----
import sys
import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, S3_CONFIG, _is_error_of, _error_of, _get_bucket

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
ec2 = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
try:
    _get_bucket(s3, "reports")
    ec2.get_paginator("describe_volumes").paginate().build_full_result()
except _error_of("s3") as e:
    print("s3", e.response["ResponseMetadata"]["HTTPStatusCode"])
except _error_of("ec2") as e:
    print("ec2", e.response["ResponseMetadata"]["HTTPStatusCode"])

try:
    _get_bucket(s3, "reports")
except _error_of("s3") as e:
    print("s3", e.response["ResponseMetadata"]["HTTPStatusCode"])
except ClientError as e:
    print("other", e.response["ResponseMetadata"]["HTTPStatusCode"])
