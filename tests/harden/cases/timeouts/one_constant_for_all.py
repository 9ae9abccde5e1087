import boto3

s3 = boto3.client("s3")
ec2 = boto3.client("ec2", config=None)
sts = boto3.session.Session(profile_name="audit").client("sts")
ssm = boto3.client("ssm")
# ---- after ----
import boto3
from botocore.config import Config

AWS_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)
CONTROL_CONFIG = Config(
    connect_timeout=5,
    read_timeout=10,
    retries={"mode": "standard", "total_max_attempts": 5},
)

s3 = boto3.client("s3", config=AWS_CONFIG)
ec2 = boto3.client("ec2", config=AWS_CONFIG)
sts = boto3.session.Session(profile_name="audit").client(
    "sts", config=CONTROL_CONFIG
)
ssm = boto3.client("ssm", config=CONTROL_CONFIG)
