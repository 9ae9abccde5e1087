import boto.ec2
class Fleet:
    def __init__(self):
        self.conn = boto.ec2.connect_to_region('us-east-1')
    @property
    def first(self):
        return self.conn.get_all_volumes()[0]
    def act(self, verb, ids):
        return [x.state for x in getattr(self.conn, verb + '_instances')(ids)]
    def show(self):
        return [getattr(self.first, n) for n in ('id', 'status', 'zone')]
    def drop(self, pair):
        return pair.delete() if hasattr(pair, 'delete') else self.conn.delete_key_pair(pair)
fleet = Fleet()
for kind in ('start', 'stop'):
    fleet.act(kind, ['i-1'])
for _ in range(2):
    print(fleet.show())
fleet.drop('old')
fleet.drop(fleet.conn.get_key_pair('new'))
# ---- after ----
from functools import partial
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, _as_list, _changed_instances, _start_instances, _stop_instances, _get_key_pair

class Fleet:
    def __init__(self):
        self.conn = boto3.client("ec2", region_name='us-east-1', config=EC2_CONFIG)
    @property
    def first(self):
        return self.conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"][0]
    def act(self, verb, ids):
        return [x["State"]["Name"] for x in (
            lambda item: {
                "start_instances": partial(_start_instances, item),
                "stop_instances": partial(_stop_instances, item),
            }
        )(self.conn)[verb + '_instances'](ids)]
    def show(self):
        return [{
            "id": (item := self.first)["VolumeId"],
            "status": item["State"],
            "zone": item["AvailabilityZone"],
        }[n] for n in ('id', 'status', 'zone')]
    def drop(self, pair):
        return bool(
            self.conn.delete_key_pair(KeyName=pair["KeyName"])
        ) if isinstance(pair, dict) else bool(
            self.conn.delete_key_pair(KeyName=pair)
        )
fleet = Fleet()
for kind in ('start', 'stop'):
    fleet.act(kind, ['i-1'])
for _ in range(2):
    print(fleet.show())
fleet.drop('old')
fleet.drop(_get_key_pair(fleet.conn, 'new'))
