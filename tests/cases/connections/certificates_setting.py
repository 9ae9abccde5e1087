import boto
from boto import config as boto_config


def connect(validate):
    if not boto_config.has_section("Boto"):
        boto_config.add_section("Boto")
    boto_config.setbool("Boto", "https_validate_certificates", validate)
    conn = boto.connect_s3()
    conn.https_validate_certificates = validate
    return conn


print(connect(True).get_all_buckets())
# ---- after ----
import os
from configparser import ConfigParser
from functools import cache
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _boto_config_locations, _read_credential_file, _load_boto_config, _boto_config

def connect(validate):
    if not _boto_config().has_section("Boto"):
        _boto_config().add_section("Boto")
    conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    return conn


print([bucket["Name"] for bucket in connect(True).list_buckets()["Buckets"]])
