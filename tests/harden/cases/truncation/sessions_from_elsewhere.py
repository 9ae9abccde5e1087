import boto3


def groups(session, prefix):
    logs = session.client("logs")
    return [group["logGroupName"] for group in logs.describe_log_groups(logGroupNamePrefix=prefix)["logGroups"]]


class Store:
    def __init__(self, session=None):
        self._session = session if session is not None else boto3.Session()
        self._s3 = self._session.client("s3", region_name="eu-west-1")

    @property
    def s3(self):
        return self._s3

    def names(self):
        response = self.s3.list_objects_v2(Bucket="b")
        return [item["Key"] for item in response.get("Contents") or []]


def containers(docker):
    return docker.client("local").list_roles()["Roles"]
# ---- after ----
import boto3
from botocore.config import Config

S3_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)


def groups(session, prefix):
    logs = session.client("logs")
    # TODO(boto3ify): harden.truncation describe_log_groups gives one page and this takes it for all: use get_paginator("describe_log_groups")
    return [group["logGroupName"] for group in logs.describe_log_groups(logGroupNamePrefix=prefix)["logGroups"]]


class Store:
    def __init__(self, session=None):
        self._session = session if session is not None else boto3.Session()
        self._s3 = self._session.client("s3", region_name="eu-west-1", config=S3_CONFIG)

    @property
    def s3(self):
        return self._s3

    def names(self):
        # TODO(boto3ify): harden.truncation list_objects_v2 gives one page and this takes it for all: use get_paginator("list_objects_v2")
        response = self.s3.list_objects_v2(Bucket="b")
        return [item["Key"] for item in response.get("Contents") or []]


def containers(docker):
    return docker.client("local").list_roles()["Roles"]
