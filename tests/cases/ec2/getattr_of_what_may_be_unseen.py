import boto.vpc


class Cluster(object):
    def __init__(self, maker):
        self.conn = boto.vpc.connect_to_region("us-east-1")
        self._subnet = None
        self.maker = maker

    @property
    def subnet(self):
        if not self._subnet:
            self._subnet = self.maker() or self.conn.get_all_subnets()[0]
        return self._subnet

    def vpc(self):
        return getattr(self.subnet, "vpc_id", None)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

class Cluster(object):
    def __init__(self, maker):
        self.conn = boto3.client(
            "ec2", region_name="us-east-1", config=EC2_CONFIG
        )
        self._subnet = None
        self.maker = maker

    @property
    def subnet(self):
        if not self._subnet:
            self._subnet = self.maker() or self.conn.get_paginator("describe_subnets").paginate().build_full_result()["Subnets"][0]
        return self._subnet

    def vpc(self):
        return self.subnet["VpcId"] if isinstance(self.subnet, dict) else getattr(
            self.subnet, "vpc_id", None
        )
