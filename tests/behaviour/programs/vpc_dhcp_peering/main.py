"""DHCP option sets as dictionaries, peering between two networks, VPN ends; each step is a small command object."""
import boto
from boto.vpc import VPCConnection
from boto.exception import EC2ResponseError


class Step(object):
    undo = None

    def __init__(self, conn, **context):
        self.conn = conn
        self.__dict__.update(context)

    def run(self):
        raise NotImplementedError


class Dhcp(Step):
    def run(self):
        self.options = self.conn.create_dhcp_options('corp.example.com', ['10.0.0.2', '10.0.0.3'], ntp_servers=['10.0.0.4'],
                                                     netbios_node_type=2)
        self.conn.associate_dhcp_options(self.options.id, self.left)
        return self.options.options['domain-name'], len(self.options.options)

    def undo(self):
        try:
            self.conn.delete_dhcp_options(self.options.id)
        except EC2ResponseError as e:
            print('  %s' % e.error_code)
        return self.conn.associate_dhcp_options('default', self.left), self.conn.delete_dhcp_options(self.options.id)


class Peer(Step):
    def run(self):
        self.peering = self.conn.create_vpc_peering_connection(self.left, self.right)
        self.peering.add_tag('Name', 'left-right')
        accepted = self.conn.accept_vpc_peering_connection(self.peering.id)
        return self.peering.status_code, accepted.status_code, accepted.id == self.peering.id

    def undo(self):
        return self.conn.delete_vpc_peering_connection(self.peering.id)


class Vpn(Step):
    def run(self):
        self.customer = self.conn.create_customer_gateway('ipsec.1', '192.0.2.17', 65001)
        self.gateway = self.conn.create_vpn_gateway('ipsec.1')
        attached = self.conn.attach_vpn_gateway(self.gateway.id, self.left)
        return self.customer.bgp_asn + 1, self.customer.ip_address, self.gateway.state, bool(attached)

    def undo(self):
        found = self.conn.get_all_vpn_gateways([self.gateway.id])[0]
        print('  %s' % [(a.state, a.vpc_id == self.left) for a in found.attachments])
        return (self.conn.detach_vpn_gateway(self.gateway.id, self.left), self.conn.delete_vpn_gateway(self.gateway.id),
                self.conn.delete_customer_gateway(self.customer.id))


def report(conn, left, right):
    for dhcp in conn.get_all_dhcp_options():
        for name in sorted(dhcp.options):
            print('  dhcp %s = %s' % (name, ','.join(dhcp.options[name])))
    for p in conn.get_all_vpc_peering_connections():
        print('  peering %s %s %s -> %s %s %s' % (
            p.tags.get('Name'), p.status_code, p.requester_vpc_info.vpc_id == left, p.accepter_vpc_info.vpc_id == right,
            p.requester_vpc_info.cidr_block, p.accepter_vpc_info.owner_id))
    for c in conn.get_all_customer_gateways():
        print('  customer %s %s %s %s' % (c.type, c.state, c.ip_address, c.bgp_asn))
    for g in conn.get_all_vpn_gateways():
        print('  vpn gateway %s %s %d' % (g.type, g.state, len(g.attachments)))


def main():
    conn = VPCConnection(region=[r for r in boto.vpc.regions() if r.name == 'us-east-1'][0])
    left, right = [conn.create_vpc(cidr).id for cidr in ('10.61.0.0/16', '10.62.0.0/16')]
    print(conn.create_vpc('10.63.0.0/16', instance_tenancy='default').dhcp_options_id is None)
    steps = [kind(conn, left=left, right=right) for kind in (Dhcp, Peer, Vpn)]
    for step in steps:
        print('%s: %s' % (step.__class__.__name__, step.run()))
    report(conn, left, right)
    table = conn.get_all_route_tables(filters={'vpc-id': left, 'association.main': 'true'})[0]
    print(conn.create_route(table.id, '10.62.0.0/16', vpc_peering_connection_id=steps[1].peering.id))
    for route in sorted(conn.get_all_route_tables(table.id)[0].routes, key=lambda r: r.destination_cidr_block):
        print('  %s %s %s' % (route.destination_cidr_block, route.gateway_id or 'peer', route.vpc_peering_connection_id is not None))
    for step in reversed(steps):
        print('%s undone: %s' % (step.__class__.__name__, step.undo()))
    report(conn, left, right)
    print(len(conn.get_all_dhcp_options(filters={'key': 'ntp-servers'})), [p.status_code for p in conn.get_all_vpc_peering_connections()])
    try:
        conn.get_all_dhcp_options(['dopt-00000000'])
    except EC2ResponseError as e:
        print(e.error_code, e.status)


if __name__ == '__main__':
    main()
