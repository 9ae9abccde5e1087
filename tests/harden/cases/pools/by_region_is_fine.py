import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 5})
by_region = {region: boto3.client("ec2", region_name=region, config=CONFIG) for region in ("us-east-1", "eu-west-1")}
clients = []
for account in ("a", "b"):
    session = boto3.Session(profile_name=account)
    clients.append(session.client("ec2", config=CONFIG))


def pairs(keys):
    s3 = boto3.client("s3", config=CONFIG)
    return [(s3, key) for key in keys]
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 5})
by_region = {region: boto3.client("ec2", region_name=region, config=CONFIG) for region in ("us-east-1", "eu-west-1")}
clients = []
for account in ("a", "b"):
    session = boto3.Session(profile_name=account)
    clients.append(session.client("ec2", config=CONFIG))


def pairs(keys):
    s3 = boto3.client("s3", config=CONFIG)
    return [(s3, key) for key in keys]
