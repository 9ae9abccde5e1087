import boto

loud = boto.connect_ec2(debug=2)
quiet = boto.connect_s3(debug=0)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

loud = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
quiet = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
