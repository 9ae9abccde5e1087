import boto.vpc

conn = boto.vpc.connect_to_region('eu-west-1')
subnet = conn.create_subnet('vpc-1', '10.0.1.0/24', availability_zone='eu-west-1a')
subnet.add_tag('Name', 'public')
for subnet in conn.get_all_subnets(filters=[('vpcId', 'vpc-1'), ('state', 'available')]):
    print(subnet.id, subnet.availability_zone, subnet.available_ip_address_count, subnet.cidr_block, subnet.state)
    print(subnet.mapPublicIpOnLaunch, subnet.defaultForAz)
conn.delete_subnet('subnet-1')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _true_or_false

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
subnet = conn.create_subnet(VpcId='vpc-1', CidrBlock='10.0.1.0/24', AvailabilityZone='eu-west-1a')["Subnet"]
conn.create_tags(Resources=[subnet["SubnetId"]], Tags=[{"Key": 'Name', "Value": 'public'}])
for subnet in conn.get_paginator("describe_subnets").paginate(
    Filters=[{"Name": "vpcId", "Values": ['vpc-1']}, {"Name": "state", "Values": ['available']}]
).build_full_result()["Subnets"]:
    print(subnet["SubnetId"], subnet["AvailabilityZone"], subnet["AvailableIpAddressCount"], subnet["CidrBlock"], subnet["State"])
    print(_true_or_false(subnet.get("MapPublicIpOnLaunch")), _true_or_false(subnet.get("DefaultForAz")))
conn.delete_subnet(SubnetId='subnet-1')
