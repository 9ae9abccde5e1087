import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
history = conn.get_spot_price_history(instance_type='m3.medium', product_description='Linux/UNIX',
                                      start_time='2014-01-01T00:00:00Z')
cheapest = min(history, key=lambda p: p.price)
print(cheapest.price < 0.1, cheapest.availability_zone, cheapest.timestamp, sum(p.price for p in history))
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z, _maybe

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
history = conn.get_paginator("describe_spot_price_history").paginate(
    StartTime='2014-01-01T00:00:00Z', InstanceTypes=['m3.medium'], ProductDescriptions=['Linux/UNIX']
).build_full_result()["SpotPriceHistory"]
cheapest = min(history, key=lambda p: _maybe(float, p["SpotPrice"]))
print(_maybe(
    float, cheapest["SpotPrice"]
) < 0.1, cheapest.get("AvailabilityZone"), _iso_z(cheapest["Timestamp"]), sum(_maybe(
    float, p["SpotPrice"]
) for p in history))
