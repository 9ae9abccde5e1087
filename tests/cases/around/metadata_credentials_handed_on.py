import os

import boto
import boto.ec2
from boto.utils import get_instance_metadata

ROLES = "meta-data/iam/security-credentials/"


def keys_of_role():
    metadata = get_instance_metadata(timeout=1, num_retries=2, data=ROLES)
    role = list(metadata.keys())[0]
    return metadata[role]["AccessKeyId"], metadata[role]["SecretAccessKey"], metadata[role]["Token"]


def from_a_function():
    key, secret, token = keys_of_role()
    return boto.connect_s3(aws_access_key_id=key, aws_secret_access_key=secret, security_token=token)


class Account:
    def __init__(self):
        creds = list(get_instance_metadata(data=ROLES).values())[0]
        self.key = creds["AccessKeyId"]
        self.secret = str(creds["SecretAccessKey"])
        self.token = creds["Token"].encode("utf-8")

    def ec2(self):
        return boto.connect_ec2(self.key, self.secret, security_token=self.token)


def role_as_dict(role):
    creds = get_instance_metadata()["iam"]["security-credentials"][role]
    return dict(
        aws_access_key_id=creds["AccessKeyId"],
        aws_secret_access_key=creds["SecretAccessKey"],
        security_token=creds["Token"],
    )


def from_a_dict(role):
    options = role_as_dict(role)
    return boto.ec2.connect_to_region("us-west-2", **options)


def with_keys(key, secret, token=None):
    return boto.connect_s3(key, secret, security_token=token)


def from_a_caller():
    key, secret, token = keys_of_role()
    return with_keys(key, secret, token)


def with_any_keys(key, secret):
    return boto.connect_ec2(key, secret)


def from_some_callers(config):
    key, secret, token = keys_of_role()
    return with_any_keys(key, secret) or with_any_keys(config["key"], config["secret"])


def with_more(role):
    options = {"is_secure": False}
    options["aws_access_key_id"], options["aws_secret_access_key"], _ = keys_of_role()
    return boto.connect_s3(**options)


def in_the_environment():
    os.environ["AWS_ACCESS_KEY_ID"] = keys_of_role()[0]


def from_elsewhere(saved):
    return boto.connect_s3(saved["AccessKeyId"], saved["SecretAccessKey"], security_token=saved["SessionToken"])
# ---- after ----
import os
import json
import logging
import re
import time
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import ProxyHandler, Request, build_opener

import boto3
from botocore import UNSIGNED
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG, _METADATA_TOKENS, _endpoint, _aws_region, _proxies, _s3_connection, _connection, _metadata_headers, _read_metadata, _metadata_text, _metadata_tree, _get_instance_metadata

ROLES = "meta-data/iam/security-credentials/"


def keys_of_role():
    metadata = _get_instance_metadata(timeout=1, num_retries=2, data=ROLES)
    role = list(metadata.keys())[0]
    return metadata[role]["AccessKeyId"], metadata[role]["SecretAccessKey"], metadata[role]["Token"]


def from_a_function():
    key, secret, token = keys_of_role()
    return boto3.session.Session().client("s3", region_name="us-east-1", config=S3_CONFIG)


class Account:
    def __init__(self):
        creds = list(_get_instance_metadata(data=ROLES).values())[0]
        self.key = creds["AccessKeyId"]
        self.secret = str(creds["SecretAccessKey"])
        self.token = creds["Token"].encode("utf-8")

    def ec2(self):
        return boto3.session.Session().client("ec2", region_name="us-east-1", config=EC2_CONFIG)


def role_as_dict(role):
    creds = _get_instance_metadata()["iam"]["security-credentials"][role]
    return dict(
        aws_access_key_id=creds["AccessKeyId"],
        aws_secret_access_key=creds["SecretAccessKey"],
        security_token=creds["Token"],
    )


def from_a_dict(role):
    options = role_as_dict(role)
    return boto3.session.Session().client("ec2", region_name="us-west-2", config=EC2_CONFIG)


def with_keys(key, secret, token=None):
    return boto3.session.Session().client("s3", region_name="us-east-1", config=S3_CONFIG)


def from_a_caller():
    key, secret, token = keys_of_role()
    return with_keys(key, secret, token)


def with_any_keys(key, secret):
    return boto3.session.Session().client(
        "ec2",
        region_name="us-east-1",
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        config=EC2_CONFIG,
    )


def from_some_callers(config):
    key, secret, token = keys_of_role()
    return with_any_keys(key, secret) or with_any_keys(config["key"], config["secret"])


def with_more(role):
    options = {"is_secure": False}
    options["aws_access_key_id"], options["aws_secret_access_key"], _ = keys_of_role()
    return _s3_connection(config=S3_CONFIG, **options)


def in_the_environment():
    os.environ["AWS_ACCESS_KEY_ID"] = keys_of_role()[0]


def from_elsewhere(saved):
    return boto3.session.Session().client(
        "s3",
        region_name="us-east-1",
        aws_access_key_id=saved["AccessKeyId"],
        aws_secret_access_key=saved["SecretAccessKey"],
        aws_session_token=saved["SessionToken"],
        config=S3_CONFIG,
    )
