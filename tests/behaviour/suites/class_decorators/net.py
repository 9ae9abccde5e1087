import boto.vpc
from boto.exception import BotoServerError, EC2ResponseError


def make_network(region, cidr, subnets):
    c = boto.vpc.connect_to_region(region)
    vpc = c.create_vpc(cidr)
    vpc.add_tag('Name', 'net')
    ids = []
    for block, zone in subnets:
        subnet = c.create_subnet(vpc.id, block, availability_zone=zone)
        ids.append(subnet.id)
    igw = c.create_internet_gateway()
    c.attach_internet_gateway(igw.id, vpc.id)
    table = c.create_route_table(vpc.id)
    c.create_route(table.id, '0.0.0.0/0', gateway_id=igw.id)
    for sid in ids:
        c.associate_route_table(table.id, sid)
    return vpc.id, ids


def find_vpc(region, name):
    c = boto.vpc.connect_to_region(region)
    found = c.get_all_vpcs(filters={'tag:Name': name})
    return found[0] if found else None


def destroy(region, vpc_id):
    c = boto.vpc.connect_to_region(region)
    try:
        c.delete_vpc(vpc_id)
    except BotoServerError as e:
        if e.code == 'DependencyViolation':
            return False
        if e.status == 400 and e.error_code.startswith('InvalidVpcID'):
            return None
        raise
    return True
