import boto.vpc


class Network(object):
    def __init__(self, region, name):
        self.conn = boto.vpc.connect_to_region(region)
        self.name = name

    def named(self, thing, suffix):
        thing.add_tag('Name', '-'.join([self.name, suffix]))
        return thing

    def build(self):
        vpc = self.named(self.conn.create_vpc('10.0.0.0/16'), 'vpc')
        subnet = self.named(self.conn.create_subnet(vpc.id, '10.0.1.0/24'), 'subnet')
        gateway = self.named(self.conn.create_internet_gateway(), 'igw')
        table = self.named(self.conn.create_route_table(vpc.id), 'rt')
        self.conn.attach_internet_gateway(gateway.id, vpc.id)
        self.conn.associate_route_table(table.id, subnet.id)
        return [(thing.id, thing.tags) for thing in (vpc, subnet, gateway, table)]


print(Network('us-east-1', 'lab').build())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _tags, _tag_list, _add_tags, _id_of

class Network(object):
    def __init__(self, region, name):
        self.conn = boto3.client("ec2", region_name=region, config=EC2_CONFIG)
        self.name = name

    def named(self, thing, suffix):
        _add_tags(
            self.conn,
            thing,
            _id_of(thing, "InternetGatewayId", "RouteTableId", "SubnetId", "VpcId"),
            {'Name': '-'.join([self.name, suffix])},
        )
        return thing

    def build(self):
        vpc = self.named(self.conn.create_vpc(CidrBlock='10.0.0.0/16')["Vpc"], 'vpc')
        subnet = self.named(self.conn.create_subnet(
            VpcId=vpc["VpcId"], CidrBlock='10.0.1.0/24'
        )["Subnet"], 'subnet')
        gateway = self.named(self.conn.create_internet_gateway()["InternetGateway"], 'igw')
        table = self.named(self.conn.create_route_table(VpcId=vpc["VpcId"])["RouteTable"], 'rt')
        self.conn.attach_internet_gateway(
            InternetGatewayId=gateway["InternetGatewayId"], VpcId=vpc["VpcId"]
        )
        self.conn.associate_route_table(
            RouteTableId=table["RouteTableId"], SubnetId=subnet["SubnetId"]
        )
        return [(_id_of(
            thing, "InternetGatewayId", "RouteTableId", "SubnetId", "VpcId"
        ), _tags(thing)) for thing in (vpc, subnet, gateway, table)]


print(Network('us-east-1', 'lab').build())
