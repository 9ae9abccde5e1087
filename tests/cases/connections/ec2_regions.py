import boto.ec2
from boto.ec2.connection import EC2Connection
from boto.regioninfo import RegionInfo

wanted = boto.ec2.get_region('eu-west-1')
conn = wanted.connect(aws_access_key_id='key', aws_secret_access_key='secret')
for region in boto.ec2.regions():
    print(region.name, region.endpoint, len(region.connect().get_all_zones()))
for region in conn.get_all_regions(filters={'endpoint': '*.eu-*'}):
    other = EC2Connection(region=region)
    print(other.region.name, len(other.get_all_volumes()))
mine = RegionInfo(name='lab', endpoint='ec2.lab.example.com')
lab = EC2Connection(region=mine, is_secure=False, port=8773, path='/services/Cloud')
twin = EC2Connection(region=conn.region)
connections = dict((name, c) for name, c in zip('ab', map(boto.ec2.connect_to_region, ['eu-west-1', 'us-west-2'])))
print(len(connections['a'].get_all_images(owners='self')))
# ---- after ----
import re
from functools import partial
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _endpoint, _aws_region, _region_names, _regions, _region_host, _region, _in_region, _connect_to_region

wanted = _region("ec2", 'eu-west-1')
conn = boto3.client(
    "ec2",
    region_name=wanted["RegionName"],
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    config=EC2_CONFIG,
)
for region in _regions("ec2"):
    print(region["RegionName"], region["Endpoint"], len(boto3.client(
        "ec2", region_name=region["RegionName"], config=EC2_CONFIG
    ).describe_availability_zones()["AvailabilityZones"]))
for region in conn.describe_regions(Filters=[{"Name": "endpoint", "Values": ['*.eu-*']}])["Regions"]:
    other = boto3.client("ec2", region_name=region["RegionName"], config=EC2_CONFIG)
    print(other.meta.region_name, len(other.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]))
mine = {"RegionName": 'lab', "Endpoint": 'ec2.lab.example.com'}
lab = boto3.client(
    "ec2", **_in_region(mine, port=8773, is_secure=False, path='/services/Cloud'), config=EC2_CONFIG
)
twin = boto3.client("ec2", region_name=conn.meta.region_name, config=EC2_CONFIG)
connections = dict((name, c) for name, c in zip('ab', map(partial(
    _connect_to_region, "ec2", config=EC2_CONFIG
), ['eu-west-1', 'us-west-2'])))
print(len(connections['a'].get_paginator("describe_images").paginate(Owners=['self']).build_full_result()["Images"]))
