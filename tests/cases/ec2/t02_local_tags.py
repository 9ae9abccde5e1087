import boto.ec2
conn = boto.ec2.connect_to_region('us-east-1')
def change(things):
    for thing in things:
        thing.tags['Local'] = str(len(thing.tags))
        if 'Old' in thing.tags:
            del thing.tags['Old']
        print(thing.tags.pop('Temp', None), thing.tags.setdefault('Env', 'dev'))
        thing.tags.update({'a': 'b'}, c='d')
        print(sorted(thing.tags.items()))
change(conn.get_only_instances())
change(conn.get_all_volumes())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances, _tags, _change_tags

conn = boto3.client("ec2", region_name='us-east-1', config=EC2_CONFIG)
def change(things):
    for thing in things:
        _change_tags(thing, "update", {'Local': str(len(_tags(thing)))})
        if 'Old' in _tags(thing):
            _change_tags(thing, "pop", 'Old')
        print(_change_tags(
            thing, "pop", 'Temp', None
        ), _change_tags(
            thing, "setdefault", 'Env', 'dev'
        ))
        _change_tags(thing, "update", {'a': 'b'}, c='d')
        print(sorted(_tags(thing).items()))
change(_instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
))
change(conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"])
