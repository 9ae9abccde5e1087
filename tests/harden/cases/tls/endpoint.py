import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
ENDPOINT = "http://s3.eu-west-1.amazonaws.com"
s3 = boto3.client("s3", endpoint_url=ENDPOINT, config=CONFIG)


def client(region):
    return boto3.client("ec2", endpoint_url=f"http://ec2.{region}.amazonaws.com", config=CONFIG)


def local():
    return boto3.client("s3", endpoint_url="http://localhost:9000", config=CONFIG)


def other():
    return boto3.client("s3", endpoint_url="http://storage.example.com", config=CONFIG)
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
ENDPOINT = "https://s3.eu-west-1.amazonaws.com"
s3 = boto3.client("s3", endpoint_url=ENDPOINT, config=CONFIG)


def client(region):
    return boto3.client("ec2", endpoint_url=f"https://ec2.{region}.amazonaws.com", config=CONFIG)


def local():
    return boto3.client("s3", endpoint_url="http://localhost:9000", config=CONFIG)


def other():
    return boto3.client("s3", endpoint_url="http://storage.example.com", config=CONFIG)
