import boto

conn = boto.connect_ec2()
for region in conn.get_all_regions():
    other = region.connect()
    print(region.name, len(other.get_all_instances()))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
for region in conn.describe_regions()["Regions"]:
    other = boto3.client(
        "ec2", region_name=region["RegionName"], config=EC2_CONFIG
    )
    print(region["RegionName"], len(other.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]))
