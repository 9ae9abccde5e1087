import logging
import logging.config

import boto

LOGGING = {"version": 1, "loggers": {"boto": {"level": "ERROR"}, "app": {"level": "INFO"}}}
logging.config.dictConfig(LOGGING)
logging.getLogger("boto").setLevel(logging.CRITICAL)
logging.getLogger("app").info("started")
boto.set_stream_logger("boto")
boto.set_file_logger("app", "app.log")
boto.log.info("ready")
NOISY = ["boto", "requests"]
for name in NOISY:
    logging.getLogger(name).setLevel(logging.ERROR)
[logging.getLogger(name) for name in ("boto.s3", "botocore", "app")]
conn = boto.connect_s3(debug=2)
# ---- after ----
import logging
import logging.config

import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _set_file_logger

LOGGING = {"version": 1, "loggers": {"botocore": {"level": "ERROR"}, "app": {"level": "INFO"}}}
logging.config.dictConfig(LOGGING)
logging.getLogger("botocore").setLevel(logging.CRITICAL)
logging.getLogger("app").info("started")
boto3.set_stream_logger("botocore")
_set_file_logger("app", "app.log")
logging.getLogger("botocore").info("ready")
NOISY = ["botocore", "requests"]
for name in NOISY:
    logging.getLogger(name).setLevel(logging.ERROR)
[logging.getLogger(name) for name in ("boto3", "botocore", "app")]
conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
