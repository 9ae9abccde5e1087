import boto
import boto.ec2

plain = boto.connect_s3(is_secure=False)
tls = boto.connect_ec2(is_secure=True)
def connect(secure, flag=False):
    return boto.ec2.connect_to_region('us-west-2', is_secure=secure), boto.connect_s3(is_secure=flag)
connect(0)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

# TODO(boto3ify): harden.tls.use-ssl requests leave over plain HTTP, with tokens and data readable: drop use_ssl=False unless this host has no TLS
plain = boto3.client("s3", region_name="us-east-1", use_ssl=False, config=S3_CONFIG)
tls = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
def connect(secure, flag=False):
    return boto3.client(
        "ec2", region_name='us-west-2', use_ssl=bool(secure), config=EC2_CONFIG
    ), boto3.client(
        "s3", region_name="us-east-1", use_ssl=flag, config=S3_CONFIG
    )
connect(0)
