import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
first = conn.get_only_instances()[0]
first.stop(force=True)
print(first.id, first.state, first.previous_state, first.image_id)
second = conn.get_only_instances()[1]
second.start()
third = conn.get_only_instances()[2]
third.reboot()
print(third.state)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances, _changed_instances, _take_change, _stop_instance

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
first = _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)[0]
_stop_instance(conn, first, force=True)
print(first["InstanceId"], first["State"]["Name"], first.get(
    "PreviousState", {}
).get("Name"), first["ImageId"])
second = _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)[1]
conn.start_instances(InstanceIds=[second["InstanceId"]])
third = _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)[2]
conn.reboot_instances(InstanceIds=[third["InstanceId"]])
print(third["State"]["Name"])
