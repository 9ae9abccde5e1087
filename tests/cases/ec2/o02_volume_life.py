import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import time
volume = conn.create_volume(10, 'eu-west-1a', volume_type='gp2')
while volume.status != 'available':
    time.sleep(1)
    volume.update()
if volume.attach('i-1', '/dev/sdf') == 'attaching':
    print(volume.attachment_state())
conn.attach_volume(volume.id, 'i-1', '/dev/sdg')
volume.detach(force=True)
conn.detach_volume(volume.id, force=True)
print(volume.volume_state(), conn.delete_volume(volume.id))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _update_volume, _attachment, _detach_volume

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import time
volume = conn.create_volume(
    Size=10, AvailabilityZone='eu-west-1a', VolumeType='gp2'
)
while volume["State"] != 'available':
    time.sleep(1)
    _update_volume(conn, volume)
if conn.attach_volume(
    VolumeId=volume["VolumeId"], InstanceId='i-1', Device='/dev/sdf'
)["State"] == 'attaching':
    print(_attachment(volume).get("State"))
conn.attach_volume(
    VolumeId=volume["VolumeId"], InstanceId='i-1', Device='/dev/sdg'
)
_detach_volume(conn, volume, force=True)
conn.detach_volume(VolumeId=volume["VolumeId"], Force=True)
print(volume["State"], bool(
    conn.delete_volume(VolumeId=volume["VolumeId"])
))
