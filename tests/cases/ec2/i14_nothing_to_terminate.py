import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
ids = [i.id for i in conn.get_only_instances(filters={'tag:old': 'yes'})]
conn.terminate_instances(ids)
conn.stop_instances(instance_ids=ids)
conn.reboot_instances([])
conn.terminate_instances(instance_ids=None)
conn.start_instances()
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
ids = [i["InstanceId"] for i in _instances(
    conn.get_paginator("describe_instances").paginate(
        Filters=[{"Name": "tag:old", "Values": ['yes']}]
    ).build_full_result()["Reservations"]
)]
conn.terminate_instances(InstanceIds=ids)
conn.stop_instances(InstanceIds=ids)
conn.reboot_instances(InstanceIds=[])
conn.terminate_instances(InstanceIds=[])
conn.start_instances(InstanceIds=[])
