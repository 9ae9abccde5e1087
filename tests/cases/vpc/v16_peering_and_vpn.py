import boto.vpc

conn = boto.vpc.connect_to_region('eu-west-1')
peering = conn.create_vpc_peering_connection('vpc-1', 'vpc-2')
print(peering.id, peering.status_code, peering.requester_vpc_info.vpc_id, peering.accepter_vpc_info.cidr_block)
conn.accept_vpc_peering_connection(peering.id)
customer = conn.create_customer_gateway('ipsec.1', '1.2.3.4', 65000)
gateway = conn.create_vpn_gateway('ipsec.1')
conn.attach_vpn_gateway(gateway.id, 'vpc-1')
vpn = conn.create_vpn_connection('ipsec.1', customer.id, gateway.id, static_routes_only=True)
print(vpn.id, vpn.state, customer.ip_address, gateway.state)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
peering = conn.create_vpc_peering_connection(VpcId='vpc-1', PeerVpcId='vpc-2')["VpcPeeringConnection"]
print(peering["VpcPeeringConnectionId"], peering.get("Status", {}).get("Code", 0), peering.get(
    "RequesterVpcInfo", {}
).get("VpcId"), peering.get(
    "AccepterVpcInfo", {}
).get("CidrBlock"))
conn.accept_vpc_peering_connection(VpcPeeringConnectionId=peering["VpcPeeringConnectionId"])
customer = conn.create_customer_gateway(Type='ipsec.1', IpAddress='1.2.3.4', BgpAsn=65000)["CustomerGateway"]
gateway = conn.create_vpn_gateway(Type='ipsec.1')["VpnGateway"]
conn.attach_vpn_gateway(VpnGatewayId=gateway["VpnGatewayId"], VpcId='vpc-1')
vpn = conn.create_vpn_connection(
    Type='ipsec.1',
    CustomerGatewayId=customer["CustomerGatewayId"],
    VpnGatewayId=gateway["VpnGatewayId"],
    Options={"StaticRoutesOnly": True},
)["VpnConnection"]
print(vpn["VpnConnectionId"], vpn.get("State"), customer.get("IpAddress"), gateway.get("State"))
