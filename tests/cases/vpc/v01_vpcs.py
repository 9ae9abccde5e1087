import boto.vpc

conn = boto.vpc.connect_to_region('eu-west-1')
vpc = conn.create_vpc('10.0.0.0/16')
conn.modify_vpc_attribute(vpc.id, enable_dns_support=True)
conn.modify_vpc_attribute(vpc.id, enable_dns_hostnames=True)
print(vpc.id, vpc.state, vpc.cidr_block, vpc.is_default, vpc.update(), vpc.dhcp_options_id)
print(conn.describe_vpc_attribute(vpc.id, attribute='enableDnsSupport').enable_dns_support)
for found in conn.get_all_vpcs(filters={'isDefault': 'true'}):
    print(found.id, found.tags)
vpc.delete()
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _tags, _update_vpc

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
vpc = conn.create_vpc(CidrBlock='10.0.0.0/16')["Vpc"]
conn.modify_vpc_attribute(VpcId=vpc["VpcId"], EnableDnsSupport={"Value": True})
conn.modify_vpc_attribute(VpcId=vpc["VpcId"], EnableDnsHostnames={"Value": True})
print(vpc["VpcId"], vpc["State"], vpc["CidrBlock"], vpc.get("IsDefault"), _update_vpc(conn, vpc), vpc.get("DhcpOptionsId"))
print(conn.describe_vpc_attribute(
    VpcId=vpc["VpcId"], Attribute='enableDnsSupport'
).get("EnableDnsSupport", {}).get("Value"))
for found in conn.get_paginator("describe_vpcs").paginate(
    Filters=[{"Name": "isDefault", "Values": ['true']}]
).build_full_result()["Vpcs"]:
    print(found["VpcId"], _tags(found))
conn.delete_vpc(VpcId=vpc["VpcId"])
