from boto.exception import EC2ResponseError


def open_ports(conn, name):
    group, = conn.get_all_security_groups(groupnames=[name])
    return sorted((r.ip_protocol, int(r.from_port), [g.cidr_ip for g in r.grants]) for r in group.rules)


def allow(conn, name, port, cidr):
    group = [g for g in conn.get_all_security_groups() if g.name == name][0]
    try:
        return group.authorize('tcp', port, port, cidr)
    except EC2ResponseError as e:
        if e.error_code == 'InvalidPermission.Duplicate':
            return False
        raise


def build(vpc, cidr):
    net = vpc.create_vpc(cidr)
    subnet = vpc.create_subnet(net.id, cidr.replace('/16', '/24'))
    return net, subnet
