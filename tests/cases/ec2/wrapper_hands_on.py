import boto.ec2
class Ec2(object):
    def __init__(self, region):
        self._conn = boto.ec2.connect_to_region(region)
    def __getattr__(self, name):
        return getattr(self._conn, name)
    def names(self):
        return [v.id for v in self.get_all_volumes()]
class Node:
    def __init__(self, instance):
        self.instance = instance
    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return getattr(self.instance, name)
ec2 = Ec2('us-east-1')
for v in ec2.get_all_volumes(filters={'status': 'available'}):
    print(v.id, v.status, ec2.region.name)
    ec2.delete_volume(v.id)
for node in [Node(i) for i in ec2.get_only_instances()]:
    if node.state == 'running':
        print(node.tags['Name'], node.instance_type)
        node.stop(force=True)
# ---- after ----
from functools import partial
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _as_list, _filters, _maybe, _member, _region_names, _connect_to_region, _instances, _only_instances, _changed_instances, _take_change, _stop_instance, _tags

class Ec2(object):
    def __init__(self, region):
        self._conn = _connect_to_region("ec2", region, config=EC2_CONFIG)
    def __getattr__(self, name):
        return _member(
            {
                "delete_volume": lambda volume_id, dry_run=None: bool(
                    self._conn.delete_volume(
                        VolumeId=volume_id,
                        **_given(DryRun=_maybe(bool, dry_run)),
                    )
                ),
                "get_all_volumes": lambda volume_ids=None, filters=None, dry_run=None: self._conn.get_paginator("describe_volumes").paginate(
                    VolumeIds=_as_list(volume_ids),
                    Filters=_filters(filters),
                    **_given(DryRun=_maybe(bool, dry_run)),
                ).build_full_result()["Volumes"],
                "get_only_instances": partial(_only_instances, self._conn),
                "region": self._conn,
            },
            name,
        )
    def names(self):
        return [v["VolumeId"] for v in self.get_all_volumes()]
class Node:
    def __init__(self, instance):
        self.instance = instance
    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return _member(
            {
                "instance_type": self.instance["InstanceType"],
                "state": self.instance["State"]["Name"],
                "stop": partial(_stop_instance, ec2._conn, self.instance),
                "tags": _tags(self.instance),
            },
            name,
        )
ec2 = Ec2('us-east-1')
for v in ec2.get_all_volumes(filters={'status': 'available'}):
    print(v["VolumeId"], v["State"], ec2.region.meta.region_name)
    ec2.delete_volume(v["VolumeId"])
for node in [Node(i) for i in ec2.get_only_instances()]:
    if node.state == 'running':
        print(node.tags['Name'], node.instance_type)
        node.stop(force=True)
