import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
stopped = conn.stop_instances(instance_ids=['i-1', 'i-2'], force=True)
print([i.id for i in stopped])
for i in conn.terminate_instances('i-3'):
    print(i.id, i.state, i.previous_state)
print(conn.reboot_instances(['i-4']))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _changed_instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
stopped = conn.stop_instances(
    InstanceIds=['i-1', 'i-2'], Force=True
)["StoppingInstances"]
print([i["InstanceId"] for i in stopped])
for i in _changed_instances(
    conn.terminate_instances(InstanceIds=['i-3'])["TerminatingInstances"]
):
    print(i["InstanceId"], i["State"]["Name"], i.get("PreviousState", {}).get("Name"))
print(bool(conn.reboot_instances(InstanceIds=['i-4'])))
