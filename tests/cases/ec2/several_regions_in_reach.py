import boto.ec2

def connect(name):
    return boto.ec2.connect_to_region(name)

def retire(conn, inst):
    inst.terminate()

for region in ['us-east-1', 'eu-west-1']:
    conn = boto.ec2.connect_to_region(region)
    for inst in conn.get_only_instances():
        if inst.tags.get('old'):
            retire(conn, inst)
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

# emitted: EC2_CONFIG, _instances, _tags

def connect(name):
    return boto3.client("ec2", region_name=name, config=EC2_CONFIG)

def retire(conn, inst):
    conn.terminate_instances(InstanceIds=[inst["InstanceId"]])

for region in ['us-east-1', 'eu-west-1']:
    conn = boto3.client("ec2", region_name=region, config=EC2_CONFIG)
    for inst in _instances(
        conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
    ):
        if _tags(inst).get('old'):
            retire(conn, inst)
here, there = connect('us-east-1'), connect('eu-west-1')
def find(c):
    for v in c.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]:
        return v
v = find(there)
there.delete_volume(VolumeId=v["VolumeId"])

def cleanup(c, volume):
    if volume["State"] == 'available':
        c.delete_volume(VolumeId=volume["VolumeId"])

for name in ('us-west-1', 'us-west-2'):
    c = connect(name)
    for vol in c.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]:
        cleanup(c, vol)
