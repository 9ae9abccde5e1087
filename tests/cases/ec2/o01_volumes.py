import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for v in conn.get_all_volumes():
    print(v.id, v.size, v.status, v.zone, v.type, v.iops, v.snapshot_id, v.create_time, v.encrypted)
    print(v.attach_data.instance_id, v.attach_data.device, v.attach_data.status, v.attachment_state())
    if v.attach_data.attach_time is None and v.status == 'available':
        v.delete()
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z, _attachment

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for v in conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]:
    print(v["VolumeId"], v["Size"], v["State"], v["AvailabilityZone"], v.get("VolumeType"), v.get("Iops"), v.get("SnapshotId"), _iso_z(v["CreateTime"]), v.get("Encrypted"))
    print(_attachment(v).get("InstanceId"), _attachment(v).get("Device"), _attachment(v).get("State"), _attachment(v).get("State"))
    if _iso_z(_attachment(v).get("AttachTime")) is None and v["State"] == 'available':
        conn.delete_volume(VolumeId=v["VolumeId"])
