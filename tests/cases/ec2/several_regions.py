import boto.ec2

def connect(name):
    return boto.ec2.connect_to_region(name)

def retire(conn, inst):
    inst.terminate()

everything = []
for region in ['us-east-1', 'eu-west-1']:
    conn = boto.ec2.connect_to_region(region)
    for inst in conn.get_only_instances():
        everything.append(inst)
        if inst.tags.get('old'):
            retire(conn, inst)
for inst in everything:
    inst.stop()
here, there = connect('us-east-1'), connect('eu-west-1')
def find(c):
    for v in c.get_all_volumes():
        return v
v = find(there)
v.delete()

def cleanup(volume):
    if volume.status == 'available':
        volume.delete()

for name in ('us-west-1', 'us-west-2'):
    c = connect(name)
    for vol in c.get_all_volumes():
        cleanup(vol)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _IDENTIFIERS, _instances, _tags, _service, _objects, _listed

def connect(name):
    return boto3.resource("ec2", region_name=name, config=EC2_CONFIG)

def retire(conn, inst):
    inst.meta.client.terminate_instances(
        InstanceIds=[inst.meta.data["InstanceId"]]
    )

everything = []
for region in ['us-east-1', 'eu-west-1']:
    conn = boto3.resource("ec2", region_name=region, config=EC2_CONFIG)
    for inst in _listed(
        conn,
        "Instance",
        _instances(
            conn.meta.client.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
        ),
    ):
        everything.append(inst)
        if _tags(inst.meta.data).get('old'):
            retire(conn, inst)
for inst in everything:
    inst.meta.client.stop_instances(InstanceIds=[inst.meta.data["InstanceId"]])
here, there = connect('us-east-1'), connect('eu-west-1')
def find(c):
    for v in _listed(
        c,
        "Volume",
        c.meta.client.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"],
    ):
        return v
v = find(there)
v.meta.client.delete_volume(VolumeId=v.meta.data["VolumeId"])

def cleanup(c, volume):
    if volume.state == 'available':
        volume.meta.client.delete_volume(VolumeId=volume.meta.data["VolumeId"])

for name in ('us-west-1', 'us-west-2'):
    c = connect(name)
    for vol in _listed(
        c,
        "Volume",
        c.meta.client.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"],
    ):
        cleanup(c, vol)
