import boto.vpc

conn = boto.vpc.connect_to_region('eu-west-1')
table = conn.create_route_table('vpc-1')
conn.create_route(table.id, '0.0.0.0/0', gateway_id='igw-1')
association = conn.associate_route_table(table.id, 'subnet-1')
for table in conn.get_all_route_tables(filters={'vpc-id': 'vpc-1'}):
    for route in table.routes:
        print(route.destination_cidr_block, route.gateway_id, route.instance_id, route.interface_id, route.state)
    for association in table.associations:
        print(association.id, association.subnet_id, association.main)
conn.delete_route('rtb-1', '0.0.0.0/0')
conn.replace_route('rtb-1', '10.1.0.0/16', instance_id='i-1')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
table = conn.create_route_table(VpcId='vpc-1')["RouteTable"]
conn.create_route(RouteTableId=table["RouteTableId"], DestinationCidrBlock='0.0.0.0/0', GatewayId='igw-1')
association = conn.associate_route_table(
    RouteTableId=table["RouteTableId"], SubnetId='subnet-1'
)["AssociationId"]
for table in conn.get_paginator("describe_route_tables").paginate(
    Filters=[{"Name": "vpc-id", "Values": ['vpc-1']}]
).build_full_result()["RouteTables"]:
    for route in table.get("Routes", []):
        print(route.get("DestinationCidrBlock"), route.get("GatewayId"), route.get("InstanceId"), route.get("NetworkInterfaceId"), route.get("State"))
    for association in table.get("Associations", []):
        print(association["RouteTableAssociationId"], association.get("SubnetId"), association.get("Main", False))
conn.delete_route(RouteTableId='rtb-1', DestinationCidrBlock='0.0.0.0/0')
conn.replace_route(RouteTableId='rtb-1', DestinationCidrBlock='10.1.0.0/16', InstanceId='i-1')
