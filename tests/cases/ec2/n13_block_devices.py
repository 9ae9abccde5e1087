import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
from boto.ec2.blockdevicemapping import BlockDeviceMapping, BlockDeviceType
root = BlockDeviceType(delete_on_termination=True)
root.size = 20
root.volume_type = 'gp2'
mapping = BlockDeviceMapping()
mapping['/dev/sda1'] = root
mapping['/dev/sdb'] = BlockDeviceType(ephemeral_name='ephemeral0')
conn.run_instances('ami-1', block_device_map=mapping)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _block_device_mappings

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
root = {"DeleteOnTermination": True}
root["VolumeSize"] = 20
root["VolumeType"] = 'gp2'
mapping = {}
mapping['/dev/sda1'] = root
mapping['/dev/sdb'] = {
    "DeleteOnTermination": False, "VirtualName": 'ephemeral0'
}
conn.run_instances(
    ImageId='ami-1',
    MinCount=1,
    MaxCount=1,
    InstanceType="m1.small",
    BlockDeviceMappings=_block_device_mappings(mapping),
)
