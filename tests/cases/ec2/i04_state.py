import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for i in conn.get_only_instances():
    if i.state == 'running' and i.state_code == 16:
        print('%s is %s (%d)' % (i.id, i.state, i.state_code), i.previous_state)
    if i.state not in ('terminated', 'shutting-down'):
        print(i._state)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for i in _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
):
    if i["State"]["Name"] == 'running' and i["State"]["Code"] == 16:
        print('%s is %s (%d)' % (i["InstanceId"], i["State"]["Name"], i["State"]["Code"]), i.get(
            "PreviousState", {}
        ).get("Name"))
    if i["State"]["Name"] not in ('terminated', 'shutting-down'):
        print("%s(%s)" % (i.get("State")["Name"], i.get("State")["Code"]))
