import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})


def make_client():
    return boto3.Session().client("sqs", config=CONFIG)


class Receiver:
    def __init__(self):
        self.sqs = make_client()

    def receive(self, url):
        for attempt in range(2):
            try:
                return self.sqs.receive_message(QueueUrl=url)
            except ClientError as e:
                code = e.response["Error"]["Code"]
                if code in ("ExpiredToken", "RequestExpired") and attempt == 0:
                    self.sqs = make_client()
                    continue
                if code == "AccessDenied":
                    raise
                if code != "ExpiredToken":
                    raise
                print("expired")
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})


def make_client():
    return boto3.Session().client("sqs", config=CONFIG)


class Receiver:
    def __init__(self):
        self.sqs = make_client()

    def receive(self, url):
        for attempt in range(2):
            try:
                return self.sqs.receive_message(QueueUrl=url)
            except ClientError as e:
                code = e.response["Error"]["Code"]
                if code in ("ExpiredToken", "RequestExpired") and attempt == 0:
                    self.sqs = make_client()
                    continue
                if code == "AccessDenied":
                    raise
                if code != "ExpiredToken":
                    raise
                print("expired")
