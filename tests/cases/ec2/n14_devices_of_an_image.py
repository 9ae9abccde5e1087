"""Block devices of an image that are changed before a launch: in a variable they stay changed."""
import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
image = conn.get_all_images(owners=['self'])[0]
devices = image.block_device_mapping
devices['/dev/sda1'].size = 60
for device in devices.values():
    device.delete_on_termination = True
image.run(block_device_map=devices)

image.block_device_mapping['/dev/sda1'].size = 50
for name, device in image.block_device_mapping.items():
    device.snapshot_id = None
image.run(block_device_map=image.block_device_mapping)
# ---- after ----
"""Block devices of an image that are changed before a launch: in a variable they stay changed."""
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _iso_z, _block_devices, _block_device_mappings

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
image = conn.get_paginator("describe_images").paginate(Owners=['self']).build_full_result()["Images"][0]
devices = _block_devices(image)
devices['/dev/sda1']["VolumeSize"] = 60
for device in devices.values():
    device["DeleteOnTermination"] = True
conn.run_instances(
    ImageId=image["ImageId"],
    MinCount=1,
    MaxCount=1,
    InstanceType="m1.small",
    BlockDeviceMappings=_block_device_mappings(devices),
)

# TODO(boto3ify): ec2.BlockDeviceType.size block_device_mapping is made anew at each reading, so that this is lost: keep it in a variable, change that, and hand it on
_block_devices(image)['/dev/sda1'].size = 50
for name, device in _block_devices(image).items():
    # TODO(boto3ify): ec2.BlockDeviceType.snapshot_id block_device_mapping is made anew at each reading, so that this is lost: keep it in a variable, change that, and hand it on
    device.snapshot_id = None
conn.run_instances(
    ImageId=image["ImageId"],
    MinCount=1,
    MaxCount=1,
    InstanceType="m1.small",
    BlockDeviceMappings=_block_device_mappings(_block_devices(image)),
)
