import boto
import boto.ec2
import boto.utils


def connect(role):
    metadata = boto.utils.get_instance_metadata(timeout=2, num_retries=1)
    creds = metadata["iam"]["security-credentials"][role]
    key = creds["AccessKeyId"]
    secret = creds["SecretAccessKey"]
    region = metadata["placement"]["availability-zone"][:-1]
    ec2 = boto.ec2.connect_to_region(
        region, aws_access_key_id=key, aws_secret_access_key=secret, security_token=creds["Token"]
    )
    return ec2, boto.connect_s3(creds.get("AccessKeyId"), creds.get("SecretAccessKey"), security_token=creds.get("Token"))
# ---- after ----
import json
import logging
import time
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import ProxyHandler, Request, build_opener
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG, _METADATA_TOKENS, _metadata_headers, _read_metadata, _metadata_text, _metadata_tree, _get_instance_metadata

def connect(role):
    metadata = _get_instance_metadata(timeout=2, num_retries=1)
    creds = metadata["iam"]["security-credentials"][role]
    key = creds["AccessKeyId"]
    secret = creds["SecretAccessKey"]
    region = metadata["placement"]["availability-zone"][:-1]
    ec2 = boto3.client("ec2", region_name=region, config=EC2_CONFIG)
    return ec2, boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
