import boto
from boto.ec2.connection import EC2Connection

ec2 = boto.connect_ec2()
same = EC2Connection()
vpc = boto.connect_vpc()
print(len(ec2.get_all_zones()), len(same.get_all_volumes()), len(vpc.get_all_vpcs()))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

ec2 = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
same = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
vpc = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
print(len(ec2.describe_availability_zones()["AvailabilityZones"]), len(same.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]), len(vpc.get_paginator("describe_vpcs").paginate().build_full_result()["Vpcs"]))
