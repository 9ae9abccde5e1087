import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for status in conn.get_all_instance_status(include_all_instances=True):
    print(status.id, status.zone, status.state_name, status.state_code)
    print(status.system_status.status, status.instance_status.status, status.events)
for event in conn.get_all_instance_status(instance_ids=['i-1'])[0].events or []:
    print(event.code, event.description, event.not_before, event.not_after)
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for status in conn.get_paginator("describe_instance_status").paginate(IncludeAllInstances=True).build_full_result()["InstanceStatuses"]:
    print(status["InstanceId"], status["AvailabilityZone"], status["InstanceState"]["Name"], status["InstanceState"]["Code"])
    print(status["SystemStatus"]["Status"], status["InstanceStatus"]["Status"], status.get("Events"))
for event in conn.describe_instance_status(InstanceIds=['i-1'])["InstanceStatuses"][0].get("Events") or []:
    print(event.get("Code"), event.get("Description"), _iso_z(event.get("NotBefore")), _iso_z(event.get("NotAfter")))
