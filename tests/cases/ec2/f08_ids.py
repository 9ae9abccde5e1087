import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
ids = ['i-%d' % n for n in range(3)]
one = 'vol-1'
print(conn.get_all_instances(ids), conn.get_all_instances(instance_ids=[]), conn.get_all_volumes(one))
print(conn.get_all_volumes([one]), conn.get_all_snapshots(['snap-1']), conn.get_all_images('ami-1'))
print(conn.get_all_instances(max_results=50), conn.get_all_instances(dry_run=True))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
ids = ['i-%d' % n for n in range(3)]
one = 'vol-1'
print(conn.get_paginator("describe_instances").paginate(InstanceIds=ids).build_full_result()["Reservations"], conn.get_paginator("describe_instances").paginate(InstanceIds=[]).build_full_result()["Reservations"], conn.describe_volumes(VolumeIds=[one])["Volumes"])
print(conn.describe_volumes(VolumeIds=[one])["Volumes"], conn.describe_snapshots(SnapshotIds=['snap-1'])["Snapshots"], conn.describe_images(ImageIds=['ami-1'])["Images"])
print(conn.describe_instances(MaxResults=50)["Reservations"], conn.get_paginator("describe_instances").paginate(DryRun=True).build_full_result()["Reservations"])
