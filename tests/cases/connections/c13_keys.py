import boto
from boto.ec2.connection import EC2Connection
from boto.s3.connection import S3Connection

KEY, SECRET = 'key', 'secret'
s3 = boto.connect_s3(KEY, SECRET)
ec2 = EC2Connection(KEY, SECRET)
none = S3Connection(None, None)
half = S3Connection(KEY)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

KEY, SECRET = 'key', 'secret'
s3 = boto3.client(
    "s3",
    region_name="us-east-1",
    aws_access_key_id=KEY,
    aws_secret_access_key=SECRET,
    config=S3_CONFIG,
)
ec2 = boto3.client(
    "ec2",
    region_name="us-east-1",
    aws_access_key_id=KEY,
    aws_secret_access_key=SECRET,
    config=EC2_CONFIG,
)
none = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
half = boto3.client(
    "s3", region_name="us-east-1", aws_access_key_id=KEY, config=S3_CONFIG
)
