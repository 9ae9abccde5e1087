import boto


def use(account, retries):
    boto.config.set("Credentials", "aws_access_key_id", account.key)
    boto.config.set("Credentials", "aws_secret_access_key", account.secret)
    boto.config.set("Boto", "num_retries", retries)
    return boto.connect_s3()
# ---- after ----
import os
from configparser import ConfigParser
from functools import cache
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _boto_config_locations, _read_credential_file, _load_boto_config, _boto_config

def use(account, retries):
    # TODO(boto3ify): config.Config.set Put credentials in ~/.aws/credentials, or better use a role; of boto 2's files boto3 reads only the first two, from [Credentials] and late in its chain.
    _boto_config().set("Credentials", "aws_access_key_id", account.key)
    # TODO(boto3ify): config.Config.set Put credentials in ~/.aws/credentials, or better use a role; of boto 2's files boto3 reads only the first two, from [Credentials] and late in its chain.
    _boto_config().set("Credentials", "aws_secret_access_key", account.secret)
    # TODO(boto3ify): config.Config.set num_retries counted retries, boto3 counts all attempts.
    _boto_config().set("Boto", "num_retries", retries)
    return boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
