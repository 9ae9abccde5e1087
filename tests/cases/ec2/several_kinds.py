import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
things = conn.get_only_instances() + conn.get_all_volumes() + conn.get_all_snapshots(owner='self')
for thing in things:
    if 'Owner' not in thing.tags:
        thing.add_tag('Owner', 'nobody')
    print(thing.id, thing.tags)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances, _tags, _tag_list, _add_tags

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
things = _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
) + conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"] + conn.get_paginator("describe_snapshots").paginate(OwnerIds=['self']).build_full_result()["Snapshots"]
for thing in things:
    if 'Owner' not in _tags(thing):
        _add_tags(
            conn,
            thing,
            (
                thing["VolumeId"] if "CreateTime" in thing else thing["SnapshotId"] if "StartTime" in thing else thing["InstanceId"]
            ),
            {'Owner': 'nobody'},
        )
    print(thing["VolumeId"] if "CreateTime" in thing else thing["SnapshotId"] if "StartTime" in thing else thing["InstanceId"], _tags(thing))
