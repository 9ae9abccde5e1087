import boto.ec2
from boto.s3.connection import S3Connection

ec2 = boto.ec2.connect_to_region('us-east-1', aws_access_key_id='a', aws_secret_access_key='b', security_token='c')
s3 = S3Connection('a', 'b', security_token='c')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

ec2 = boto3.client(
    "ec2",
    region_name='us-east-1',
    aws_access_key_id='a',
    aws_secret_access_key='b',
    aws_session_token='c',
    config=EC2_CONFIG,
)
s3 = boto3.client(
    "s3",
    region_name="us-east-1",
    aws_access_key_id='a',
    aws_secret_access_key='b',
    aws_session_token='c',
    config=S3_CONFIG,
)
