import boto
from boto.exception import BotoServerError, EC2ResponseError

FAILURES = (BotoServerError, EC2ResponseError)
ALL = FAILURES + (ValueError,)

conn = boto.connect_ec2()
try:
    conn.get_all_volumes()
except FAILURES as e:
    print(e.error_code, e.status)
except ALL:
    raise
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, _error_code

FAILURES = (ClientError,)
ALL = FAILURES + (ValueError,)

conn = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
try:
    conn.get_paginator("describe_volumes").paginate().build_full_result()
except FAILURES as e:
    print(_error_code(e), e.response["ResponseMetadata"]["HTTPStatusCode"])
except ALL:
    raise
