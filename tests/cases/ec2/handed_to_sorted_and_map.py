"""Items that a comparison function gets; callables that get or call a member by its name."""
import functools
from operator import attrgetter, methodcaller

import boto.ec2


def by_age(one, other):
    return (one.start_time > other.start_time) - (one.start_time < other.start_time)


conn = boto.ec2.connect_to_region('us-west-2')
snapshots = conn.get_all_snapshots(owner='self')
snapshots.sort(key=functools.cmp_to_key(by_age))
print(sorted(snapshots, key=functools.cmp_to_key(lambda a, b: a.volume_size - b.volume_size))[0].id)
states = list(map(methodcaller('update'), snapshots))
devices = set(map(attrgetter('attach_data.device'), conn.get_all_volumes()))
# ---- after ----
"""Items that a comparison function gets; callables that get or call a member by its name."""
import functools
from operator import attrgetter, methodcaller
from datetime import timezone

import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z

def by_age(one, other):
    return (_iso_z(one["StartTime"]) > _iso_z(other["StartTime"])) - (_iso_z(one["StartTime"]) < _iso_z(other["StartTime"]))


conn = boto3.client("ec2", region_name='us-west-2', config=EC2_CONFIG)
snapshots = conn.get_paginator("describe_snapshots").paginate(OwnerIds=['self']).build_full_result()["Snapshots"]
snapshots.sort(key=functools.cmp_to_key(by_age))
print(sorted(
    snapshots, key=functools.cmp_to_key(lambda a, b: a["VolumeSize"] - b["VolumeSize"])
)[0]["SnapshotId"])
# TODO(boto3ify): named-member write this out as a lambda or a loop, with what the members are on boto3
states = list(map(methodcaller('update'), snapshots))
# TODO(boto3ify): named-member write this out as a lambda or a loop, with what the members are on boto3
devices = set(map(attrgetter('attach_data.device'), conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]))
