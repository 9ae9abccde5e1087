from boto.ec2.connection import *

conn = EC2Connection('key', 'secret')
print(conn.get_all_zones())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client(
    "ec2",
    region_name="us-east-1",
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    config=EC2_CONFIG,
)
print(conn.describe_availability_zones()["AvailabilityZones"])
