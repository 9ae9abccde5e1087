import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for i in conn.get_only_instances():
    name = i.tags['Name'] if 'Name' in i.tags else i.tags.get('name', 'nobody')
    for key, value in sorted(i.tags.items()):
        print(name, key, value)
    print(dict(i.tags), len(i.tags), not i.tags, i.__dict__['tags'])
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances, _tags

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for i in _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
):
    name = _tags(i)['Name'] if 'Name' in _tags(i) else _tags(i).get('name', 'nobody')
    for key, value in sorted(_tags(i).items()):
        print(name, key, value)
    # TODO(boto3ify): ec2.Instance.__dict__ boto 2's ec2.Instance has no __dict__ that is known here; look at what the code expects
    print(dict(_tags(i)), len(_tags(i)), not _tags(i), i.__dict__['tags'])
