import boto

if not boto.config.has_section("Boto"):
    boto.config.add_section("Boto")
boto.config.set("Boto", "num_retries", "2")
boto.config.set("Boto", "http_socket_timeout", "20")
boto.config.set("Boto", "proxy", "proxy.example.com")
conn = boto.connect_s3()
# ---- after ----
import os
from configparser import ConfigParser
from functools import cache
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _boto_config_locations, _read_credential_file, _load_boto_config, _boto_config

if not _boto_config().has_section("Boto"):
    _boto_config().add_section("Boto")
# TODO(boto3ify): config.Config.set Give proxies={"http": "http://proxy.example.com", "https": "http://proxy.example.com"} where the clients are made. Use the variables or the argument, not both: only the variables honour NO_PROXY.
_boto_config().set("Boto", "proxy", "proxy.example.com")
conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
