import boto.ec2
def again(fn):
    def inner(*args):
        return fn(*args) or fn(*args)
    return inner
class Box(object):
    def __init__(self, instance_id):
        self.conn = boto.ec2.connect_to_region('us-east-1')
        self.instance_id = instance_id
    @property
    def volume(self):
        return self.conn.get_all_volumes()[0]
    @property
    @again
    def first(self):
        return self.conn.get_all_volumes()[0]
    last = property(lambda self: self.conn.get_all_volumes()[-1])
    def copy(self):
        return self.volume.create_snapshot('copy')
    def free(self):
        self.volume.detach()
        return self.volume.attachment_state()
box = Box('i-1')
box.volume.add_tag('Name', box.volume.id)
box.first.add_tag('Name', box.first.id)
box.last.add_tag('Name', box.last.id)
print(box.copy().id, box.free())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _attachment, _detach_volume, _create_snapshot, _tags, _tag_list, _add_tags

def again(fn):
    def inner(*args):
        return fn(*args) or fn(*args)
    return inner
class Box(object):
    def __init__(self, instance_id):
        self.conn = boto3.client(
            "ec2", region_name='us-east-1', config=EC2_CONFIG
        )
        self.instance_id = instance_id
    @property
    def volume(self):
        return self.conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"][0]
    @property
    @again
    def first(self):
        return self.conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"][0]
    last = property(lambda self: self.conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"][-1])
    def copy(self):
        return _create_snapshot(self.conn, self.volume["VolumeId"], 'copy')
    def free(self):
        _detach_volume(self.conn, self.volume)
        return _attachment(self.volume).get("State")
box = Box('i-1')
_add_tags(
    box.conn,
    (volume_aws := box.volume),
    volume_aws["VolumeId"],
    {'Name': volume_aws["VolumeId"]},
)
box.conn.create_tags(
    Resources=[(volume_aws := box.first)["VolumeId"]],
    Tags=[{"Key": 'Name', "Value": volume_aws["VolumeId"]}],
)
box.conn.create_tags(
    Resources=[(volume_aws := box.last)["VolumeId"]],
    Tags=[{"Key": 'Name', "Value": volume_aws["VolumeId"]}],
)
print(box.copy()["SnapshotId"], box.free())
