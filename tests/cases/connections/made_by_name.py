import boto
import boto.ec2


class Context(object):
    _cache = {}

    def __init__(self, region):
        self.region = region

    def __getattr__(self, name):
        makers = {"ec2": boto.ec2.connect_to_region, "s3": lambda region: boto.connect_s3()}
        if name not in makers:
            raise AttributeError(name)
        if name not in self._cache:
            self._cache[name] = makers[name](self.region)
        return self._cache[name]


def zones(context):
    return [zone.name for zone in context.ec2.get_all_zones()]


def main():
    return zones(Context("eu-west-1"))
# ---- after ----
from functools import partial
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG, _region_names, _connect_to_region

class Context(object):
    _cache = {}

    def __init__(self, region):
        self.region = region

    def __getattr__(self, name):
        makers = {"ec2": partial(
            _connect_to_region, "ec2", config=EC2_CONFIG
        ), "s3": lambda region: boto3.client(
            "s3", region_name="us-east-1", config=S3_CONFIG
        )}
        if name not in makers:
            raise AttributeError(name)
        if name not in self._cache:
            self._cache[name] = makers[name](self.region)
        return self._cache[name]


def zones(context):
    return [zone["ZoneName"] for zone in context.ec2.describe_availability_zones()["AvailabilityZones"]]


def main():
    return zones(Context("eu-west-1"))
