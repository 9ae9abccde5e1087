import boto

TIMEOUT = 5
if not boto.config.has_section("Boto"):
    boto.config.add_section("Boto")
if not boto.config.has_section("Credentials"):
    boto.config.add_section("Credentials")


def configure(retries="3"):
    boto.config.set(section="Boto", option="num_retries", value=retries)
    boto.config.set("Boto", "http_socket_timeout", str(TIMEOUT))


def read_key(path):
    return open(path).read().strip()


boto.config.set("Credentials", "aws_access_key_id", read_key("id"))
boto.config.set("Credentials", "aws_secret_access_key", read_key("secret"))
configure()
conn = boto.connect_s3()
# ---- after ----
import os
from configparser import ConfigParser
from functools import cache
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _boto_config_locations, _read_credential_file, _load_boto_config, _boto_config

TIMEOUT = 5
if not _boto_config().has_section("Boto"):
    _boto_config().add_section("Boto")
if not _boto_config().has_section("Credentials"):
    _boto_config().add_section("Credentials")


def configure(retries="3"):
    pass


def read_key(path):
    return open(path).read().strip()


os.environ.setdefault("AWS_ACCESS_KEY_ID", read_key("id"))
os.environ.setdefault("AWS_SECRET_ACCESS_KEY", read_key("secret"))
configure()
conn = boto3.session.Session().client(
    "s3", region_name="us-east-1", config=S3_CONFIG
)
