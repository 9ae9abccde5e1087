import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for i in conn.get_only_instances():
    print([g.name for g in i.groups], [g.id for g in i.groups], [n.id for n in i.interfaces])
    for device, attached in i.block_device_mapping.items():
        print(device, attached.volume_id, attached.status, attached.delete_on_termination, attached.attach_time)
    if i.root_device_name in i.block_device_mapping:
        print(i.block_device_mapping[i.root_device_name].volume_id, i.root_device_type)
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z, _block_devices, _instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for i in _instances(conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]):
    print([g["GroupName"] for g in i.get(
        "SecurityGroups", []
    )], [g["GroupId"] for g in i.get(
        "SecurityGroups", []
    )], [n["NetworkInterfaceId"] for n in i.get(
        "NetworkInterfaces", []
    )])
    for device, attached in _block_devices(i).items():
        print(device, attached.get("VolumeId"), attached.get("Status"), attached.get(
            "DeleteOnTermination", False
        ), attached.get("AttachTime"))
    if i.get("RootDeviceName") in _block_devices(i):
        print(_block_devices(i)[i.get("RootDeviceName")].get("VolumeId"), i.get("RootDeviceType"))
