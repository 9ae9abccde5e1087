import boto.ec2

class Cloud(object):
    _conn = None

    def __init__(self, region='us-east-1', key=None, secret=None):
        self.region, self.key, self.secret = region, key, secret

    @property
    def conn(self):
        if self._conn is None:
            self._conn = boto.ec2.connect_to_region(
                self.region, aws_access_key_id=self.key, aws_secret_access_key=self.secret)
        return self._conn

    def zones(self):
        return [zone.name for zone in self.conn.get_all_zones()]

print(Cloud('us-west-2').zones())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _region_names, _connect_to_region

class Cloud(object):
    _conn = None

    def __init__(self, region='us-east-1', key=None, secret=None):
        self.region, self.key, self.secret = region, key, secret

    @property
    def conn(self):
        if self._conn is None:
            self._conn = _connect_to_region(
                "ec2",
                self.region,
                aws_access_key_id=self.key,
                aws_secret_access_key=self.secret,
                config=EC2_CONFIG,
            )
        return self._conn

    def zones(self):
        return [zone["ZoneName"] for zone in self.conn.describe_availability_zones()["AvailabilityZones"]]

print(Cloud('us-west-2').zones())
