import boto

lax = boto.connect_ec2(validate_certs=False)
strict = boto.connect_s3(validate_certs=True)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

lax = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
strict = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
