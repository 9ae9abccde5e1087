import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import time
instance = conn.run_instances('ami-1').instances[0]
while instance.state == 'pending':
    time.sleep(5)
    instance.update()
if instance.state != 'running':
    raise RuntimeError(instance.state_reason['message'])
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _update_instance, _first_lower

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import time
instance = conn.run_instances(
    ImageId='ami-1', MinCount=1, MaxCount=1, InstanceType="m1.small"
)["Instances"][0]
while instance["State"]["Name"] == 'pending':
    time.sleep(5)
    _update_instance(conn, instance)
if instance["State"]["Name"] != 'running':
    raise RuntimeError(_first_lower(instance.get("StateReason"))['message'])
