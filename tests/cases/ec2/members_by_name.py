import boto.ec2
conn = boto.ec2.connect_to_region('us-west-2')
FIELDS = ('id', 'state', 'kernel', 'ip_address')
GETTERS = {'subnet': 'get_all_volumes', 'img': 'get_all_images'}
for i in conn.get_only_instances():
    row = {}
    for f in FIELDS:
        row[f] = getattr(i, f, None)
    print([getattr(i, n) for n in ('placement', 'key_name')])
def find(kind, **kw):
    return getattr(conn, GETTERS[kind])(filters=kw)
for action in ['start', 'stop']:
    getattr(i, action)()
# ---- after ----
from functools import partial
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _as_list, _filters, _instances, _changed_instances, _take_change, _start_instance, _stop_instance

conn = boto3.client("ec2", region_name='us-west-2', config=EC2_CONFIG)
FIELDS = ('id', 'state', 'kernel', 'ip_address')
GETTERS = {'subnet': 'get_all_volumes', 'img': 'get_all_images'}
for i in _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
):
    row = {}
    for f in FIELDS:
        row[f] = {
            "id": i["InstanceId"],
            "ip_address": i.get("PublicIpAddress"),
            "kernel": i.get("KernelId"),
            "state": i["State"]["Name"],
        }.get(f, None)
    print([{
        "key_name": i.get("KeyName"),
        "placement": i["Placement"]["AvailabilityZone"],
    }[n] for n in ('placement', 'key_name')])
def find(kind, **kw):
    return {
        "get_all_images": lambda image_ids=None, owners=None, executable_by=None, filters=None, dry_run=None: conn.get_paginator("describe_images").paginate(
            ImageIds=_as_list(image_ids),
            Owners=_as_list(owners),
            ExecutableUsers=_as_list(executable_by),
            Filters=_filters(filters),
            **_given(DryRun=None if dry_run is None else bool(dry_run)),
        ).build_full_result()["Images"],
        "get_all_volumes": lambda volume_ids=None, filters=None, dry_run=None: conn.get_paginator("describe_volumes").paginate(
            VolumeIds=_as_list(volume_ids),
            Filters=_filters(filters),
            **_given(DryRun=None if dry_run is None else bool(dry_run)),
        ).build_full_result()["Volumes"],
    }[GETTERS[kind]](filters=kw)
for action in ['start', 'stop']:
    {
        "start": partial(_start_instance, conn, i),
        "stop": partial(_stop_instance, conn, i),
    }[action]()
