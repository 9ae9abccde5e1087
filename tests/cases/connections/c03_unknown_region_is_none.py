import sys
import boto.ec2
import boto.s3
import boto.vpc

conn = boto.ec2.connect_to_region(sys.argv[1])
if conn is None:
    sys.exit('no such region')
known = boto.vpc.connect_to_region('eu-west-1')
if not known:
    sys.exit('cannot be')
storage = boto.s3.connect_to_region(sys.argv[1])
print(conn.get_all_zones(), known.get_all_vpcs(), storage.get_all_buckets())
# ---- after ----
import sys
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG, _region_names, _connect_to_region

conn = _connect_to_region("ec2", sys.argv[1], config=EC2_CONFIG)
if conn is None:
    sys.exit('no such region')
known = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
if not known:
    sys.exit('cannot be')
storage = boto3.client("s3", region_name=sys.argv[1], config=S3_CONFIG)
print(conn.describe_availability_zones()["AvailabilityZones"], known.get_paginator("describe_vpcs").paginate().build_full_result()["Vpcs"], [
    bucket["Name"] for bucket in storage.list_buckets()["Buckets"]
])
