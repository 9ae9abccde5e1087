import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
FATAL_CODES = {"AccessDenied", "ExpiredToken"}
RETRYABLE = ("Throttling", "RequestExpired")
sqs = boto3.client("sqs", config=CONFIG)


def receive(url):
    while True:
        try:
            return sqs.receive_message(QueueUrl=url)
        except ClientError as e:
            code = e.response["Error"]["Code"]
            if code in ("ExpiredToken", "ExpiredTokenException"):
                time.sleep(5)
                continue
            if code == "InvalidSignatureException":
                sys.exit("cannot sign")
            raise
# ---- after ----
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
# TODO(boto3ify): harden.errors.expired ExpiredToken is not permanent: the clock is off or the credentials have expired; make a new session and client and try once more before giving up
FATAL_CODES = {"AccessDenied", "ExpiredToken"}
# TODO(boto3ify): harden.errors.expired RequestExpired comes again as long as the client signs with the same credentials and clock: make a new session and client before the next try
RETRYABLE = ("Throttling", "RequestExpired")
sqs = boto3.client("sqs", config=CONFIG)


def receive(url):
    while True:
        try:
            return sqs.receive_message(QueueUrl=url)
        except ClientError as e:
            code = e.response["Error"]["Code"]
            # TODO(boto3ify): harden.errors.expired ExpiredToken comes again as long as the client signs with the same credentials and clock: make a new session and client before the next try
            if code in ("ExpiredToken", "ExpiredTokenException"):
                time.sleep(5)
                continue
            # TODO(boto3ify): harden.errors.expired InvalidSignatureException is not permanent: the clock is off or the credentials have expired; make a new session and client and try once more before giving up
            if code == "InvalidSignatureException":
                sys.exit("cannot sign")
            raise
