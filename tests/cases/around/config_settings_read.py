import boto

boto.config.set("Boto", "num_retries", "2")
boto.config.set("Boto", "http_socket_timeout", "20")
print(boto.config.getint("Boto", "http_socket_timeout", 70))
conn = boto.connect_s3()
# ---- after ----
import os
from configparser import ConfigParser
from functools import cache
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _boto_config_locations, _read_credential_file, _load_boto_config, _boto_config

_boto_config().set("Boto", "http_socket_timeout", "20")
print(_boto_config().getint("Boto", "http_socket_timeout", fallback=70))
conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
