import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
print([zone.name for zone in conn.get_all_zones() if zone.state == 'available'])
conn.create_placement_group('fast')
print(conn.get_all_placement_groups()[0].strategy, conn.delete_placement_group('fast'))
for reserved in conn.get_all_reserved_instances():
    print(reserved.instance_type, reserved.duration, reserved.fixed_price, reserved.start, reserved.state)
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z, _maybe

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
print([zone["ZoneName"] for zone in conn.describe_availability_zones()["AvailabilityZones"] if zone["State"] == 'available'])
conn.create_placement_group(GroupName='fast', Strategy="cluster")
print(conn.describe_placement_groups()["PlacementGroups"][0].get("Strategy"), bool(conn.delete_placement_group(GroupName='fast')))
for reserved in conn.describe_reserved_instances()["ReservedInstances"]:
    print(reserved.get("InstanceType"), reserved.get("Duration"), _maybe(
        str, reserved.get("FixedPrice")
    ), _iso_z(reserved.get("Start")), reserved.get("State"))
