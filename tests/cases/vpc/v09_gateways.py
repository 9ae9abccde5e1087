import boto.vpc

conn = boto.vpc.connect_to_region('eu-west-1')
gateway = conn.create_internet_gateway()
print(conn.attach_internet_gateway(gateway.id, 'vpc-1'))
for gateway in conn.get_all_internet_gateways():
    print(gateway.id, [a.vpc_id for a in gateway.attachments], [a.state for a in gateway.attachments])
    if not gateway.attachments:
        conn.delete_internet_gateway(gateway.id)
conn.detach_internet_gateway('igw-1', 'vpc-1')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
gateway = conn.create_internet_gateway()["InternetGateway"]
print(bool(
    conn.attach_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"], VpcId='vpc-1')
))
for gateway in conn.get_paginator("describe_internet_gateways").paginate().build_full_result()["InternetGateways"]:
    print(gateway["InternetGatewayId"], [a.get("VpcId") for a in gateway.get(
        "Attachments", []
    )], [a.get("State") for a in gateway.get(
        "Attachments", []
    )])
    if not gateway.get("Attachments", []):
        conn.delete_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"])
conn.detach_internet_gateway(InternetGatewayId='igw-1', VpcId='vpc-1')
