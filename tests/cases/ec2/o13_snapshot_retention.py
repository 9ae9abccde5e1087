import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import datetime
limit = datetime.datetime.utcnow() - datetime.timedelta(days=7)
for snapshot in conn.get_all_snapshots(owner='self', filters={'tag:made-by': 'cron'}):
    started = datetime.datetime.strptime(snapshot.start_time, '%Y-%m-%dT%H:%M:%S.%fZ')
    if started < limit:
        snapshot.delete()
snapshots = sorted(conn.get_all_snapshots(owner='self'), key=lambda s: s.start_time)
for old in snapshots[:-5]:
    conn.delete_snapshot(old.id)
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import datetime
limit = datetime.datetime.utcnow() - datetime.timedelta(days=7)
for snapshot in conn.get_paginator("describe_snapshots").paginate(
    OwnerIds=['self'], Filters=[{"Name": "tag:made-by", "Values": ['cron']}]
).build_full_result()["Snapshots"]:
    started = snapshot["StartTime"].replace(tzinfo=None)
    if started < limit:
        conn.delete_snapshot(SnapshotId=snapshot["SnapshotId"])
snapshots = sorted(conn.get_paginator("describe_snapshots").paginate(OwnerIds=['self']).build_full_result()["Snapshots"], key=lambda s: _iso_z(s["StartTime"]))
for old in snapshots[:-5]:
    conn.delete_snapshot(SnapshotId=old["SnapshotId"])
