import sys

import boto.ec2
from boto.exception import NoAuthHandlerFound


def connect(region):
    try:
        return boto.ec2.connect_to_region(region)
    except NoAuthHandlerFound as e:
        sys.exit("no credentials: %s" % e)


class Store:
    def __init__(self):
        try:
            self.conn = self._connect()
        except NoAuthHandlerFound:
            self.conn = None

    def _connect(self):
        return boto.connect_s3()


def anyhow():
    try:
        conn = boto.connect_ec2()
    except Exception as e:
        sys.exit("cannot connect: %s" % e)
    try:
        zones = boto.connect_ec2().get_all_zones()
    except Exception:
        zones = []
    return conn, zones
# ---- after ----
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import NoCredentialsError

# emitted: EC2_CONFIG, S3_CONFIG, _region_names, _connect_to_region, _with_credentials

def connect(region):
    try:
        return _with_credentials(
            _connect_to_region("ec2", region, config=EC2_CONFIG)
        )
    except NoCredentialsError as e:
        sys.exit("no credentials: %s" % e)


class Store:
    def __init__(self):
        try:
            self.conn = self._connect()
        except NoCredentialsError:
            self.conn = None

    def _connect(self):
        return _with_credentials(
            boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
        )


def anyhow():
    try:
        conn = _with_credentials(
            boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
        )
    except Exception as e:
        sys.exit("cannot connect: %s" % e)
    try:
        zones = boto3.client(
            "ec2", region_name="us-east-1", config=EC2_CONFIG
        ).describe_availability_zones()["AvailabilityZones"]
    except Exception:
        zones = []
    return conn, zones
