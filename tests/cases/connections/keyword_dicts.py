import boto.ec2
from boto.s3.connection import S3Connection

KEYS = {'aws_access_key_id': 'key', 'aws_secret_access_key': 'secret'}
ec2 = boto.ec2.connect_to_region('us-west-2', **KEYS)
s3 = S3Connection(is_secure=False, **KEYS)

def connect(region, **options):
    return boto.ec2.connect_to_region(region, **options)

print(connect('us-east-1', aws_access_key_id='other', aws_secret_access_key='one').get_all_zones())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

KEYS = {'aws_access_key_id': 'key', 'aws_secret_access_key': 'secret'}
ec2 = boto3.client("ec2", region_name='us-west-2', **KEYS, config=EC2_CONFIG)
# TODO(boto3ify): harden.tls.use-ssl requests leave over plain HTTP, with tokens and data readable: drop use_ssl=False unless this host has no TLS
s3 = boto3.client("s3", region_name="us-east-1", use_ssl=False, **KEYS, config=S3_CONFIG)

def connect(region, **options):
    return boto3.client("ec2", region_name=region, **options, config=EC2_CONFIG)

print(connect(
    'us-east-1', aws_access_key_id='other', aws_secret_access_key='one'
).describe_availability_zones()["AvailabilityZones"])
