import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for i in conn.get_only_instances():
    region = i.placement[:-1]
    print(region, i.placement == 'eu-west-1a', i.placement_group, i.placement_tenancy, 'zone: %s' % i.placement)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for i in _instances(conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]):
    region = i["Placement"]["AvailabilityZone"][:-1]
    print(region, i["Placement"]["AvailabilityZone"] == 'eu-west-1a', i.get("Placement", {}).get("GroupName"), i.get("Placement", {}).get("Tenancy"), 'zone: %s' % i["Placement"]["AvailabilityZone"])
