import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
volume = conn.get_all_volumes(['vol-1'])[0]
snapshot = volume.create_snapshot('nightly of ' + volume.id)
other = conn.create_snapshot('vol-2', description='x' * 300)
print(snapshot.id, snapshot.status, snapshot.progress, snapshot.volume_size, snapshot.start_time, other.volume_id)
snapshot.add_tag('made-by', 'cron')
print(volume.snapshots(owner='self'), snapshot.update(), snapshot.share(user_ids=['123456789012']))
restored = snapshot.create_volume('eu-west-1b', size=20)
print(restored.id, conn.copy_snapshot('us-east-1', snapshot.id, 'copy'))
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _as_list, _iso_z, _volume_snapshots, _create_snapshot, _update_snapshot, _tags, _tag_list, _add_tags

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
volume = conn.describe_volumes(VolumeIds=['vol-1'])["Volumes"][0]
snapshot = _create_snapshot(conn, volume["VolumeId"], 'nightly of ' + volume["VolumeId"])
other = _create_snapshot(conn, 'vol-2', description='x' * 300)
print(snapshot["SnapshotId"], snapshot["State"], snapshot.get("Progress"), snapshot["VolumeSize"], _iso_z(snapshot["StartTime"]), other["VolumeId"])
conn.create_tags(Resources=[snapshot["SnapshotId"]], Tags=[{"Key": 'made-by', "Value": 'cron'}])
print(_volume_snapshots(
    conn, volume, owner='self'
), _update_snapshot(conn, snapshot), bool(
    conn.modify_snapshot_attribute(
        SnapshotId=snapshot["SnapshotId"],
        UserIds=['123456789012'],
        Attribute="createVolumePermission",
        OperationType="add",
    )
))
restored = conn.create_volume(SnapshotId=snapshot["SnapshotId"], AvailabilityZone='eu-west-1b', Size=20)
print(restored["VolumeId"], conn.copy_snapshot(
    SourceRegion='us-east-1', SourceSnapshotId=snapshot["SnapshotId"], Description='copy'
)["SnapshotId"])
