import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for reservation in conn.get_all_instances():
    for instance in reservation.instances:
        print(reservation.id, reservation.owner_id, instance.id)
first = conn.get_all_instances(instance_ids=['i-1'])[0].instances[0]
flat = [i for r in conn.get_all_reservations() for i in r.instances]
print(first, len(flat))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for reservation in conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]:
    for instance in reservation["Instances"]:
        print(reservation["ReservationId"], reservation.get("OwnerId"), instance["InstanceId"])
first = conn.describe_instances(InstanceIds=['i-1'])["Reservations"][0]["Instances"][0]
flat = [i for r in conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"] for i in r["Instances"]]
print("Instance:%s" % first["InstanceId"], len(flat))
