"""Builds a network and takes it down again: VPC, subnets, gateway, route tables, a NAT box, in one class with `with`."""
import boto
from boto.exception import EC2ResponseError

from network import PRIVATE, PUBLIC, Network

def main():
    network = Network('lab')
    with network as net:
        net.describe()
        box = net.nat()
        box.update()
        print(box.vpc_id == net.vpc.id, box.subnet_id == net.subnets[PUBLIC][0].id, box.placement, box.sourceDestCheck)
        net.describe()
        try:
            net.conn.delete_vpc(net.vpc.id)
        except EC2ResponseError as e:
            print(e.error_code)
        table = net.conn.get_all_route_tables([net.tables[PRIVATE].id])[0]
        moved = net.conn.replace_route_table_association_with_assoc(table.associations[0].id, net.tables[PUBLIC].id)
        print(moved[:9], [len(net.conn.get_all_route_tables([net.tables[k].id])[0].associations) for k in (PUBLIC, PRIVATE)])
        print(net.conn.replace_route(net.tables[PRIVATE].id, '0.0.0.0/0', gateway_id=net.igw.id), sorted(net.routes(PRIVATE)))
    left = boto.connect_vpc().get_all_vpcs(filters=[('cidr', '10.20.0.0/16')])
    print(len(left), len(network.conn.get_all_subnets(filters={'tag:Name': 'lab-*'})))
    try:
        network.conn.get_all_vpcs([network.vpc.id])
    except EC2ResponseError as e:
        print(e.error_code)


main()
