import boto


def close_all(*connections):
    for connection in connections:
        connection.close()


close_all(boto.connect_s3(), boto.connect_ec2())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

def close_all(*connections):
    for connection in connections:
        connection.close()


close_all(boto3.client(
    "s3", region_name="us-east-1", config=S3_CONFIG
), boto3.client(
    "ec2", region_name="us-east-1", config=EC2_CONFIG
))
