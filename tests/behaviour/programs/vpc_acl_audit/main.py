"""Network ACLs read and changed: numbers and flags that are strings, subnets moved between ACLs, default entries."""
from __future__ import print_function

import sys
import boto.vpc

PROTOCOLS = {'-1': 'all', '6': 'tcp', '17': 'udp', '1': 'icmp'}


def ports(entry):
    low, high = entry.port_range.from_port, entry.port_range.to_port
    if low is None:
        return 'any'
    return low if low == high else '%s-%s' % (low, high)


def entry_line(entry):
    return '%5s %s %-4s %-9s %-5s %s' % (
        entry.rule_number, {'true': 'out', 'false': 'in '}[entry.egress], PROTOCOLS.get(entry.protocol, entry.protocol),
        ports(entry), entry.rule_action, entry.cidr_block)


class Auditor(object):
    def __init__(self, region):
        self.vpc = boto.vpc.connect_to_region(region)
        self.names = {}

    def target(self, cidr='172.20.0.0/16', subnet='net1'):
        found = self.vpc.get_all_vpcs(filters={'cidr': cidr})
        if len(found) != 1:
            sys.exit('%d networks with %s' % (len(found), cidr))
        vpc_id = self.vpc.get_all_subnets(filters={'tag:Name': subnet})[0].vpc_id
        for s in self.vpc.get_all_subnets(filters=[('vpcId', [vpc_id])]):
            self.names[s.id] = s.tags['Name']
        return vpc_id

    def acls(self, vpc, **kw):
        kw.setdefault('vpc_id', vpc)
        return self.vpc.get_all_network_acls(filters=kw)

    def show(self, vpc):
        for acl in sorted(self.acls(vpc), key=lambda a: a.tags.get('Name', '')):
            print('acl %s default=%s' % (acl.tags.get('Name', '(none)'), acl.default))
            print('   on %s' % sorted(self.names[a.subnet_id] for a in acl.associations))
            for e in sorted(acl.network_acl_entries, key=lambda e: (e.egress, int(e.rule_number))):
                print('   ' + entry_line(e))

    def by_name(self, vpc, name):
        return [a for a in self.acls(vpc) if a.tags.get('Name') == name][0]


def main():
    audit = Auditor('eu-central-1')
    vpc = audit.target()
    audit.show(vpc)
    conn = audit.vpc
    strict = audit.by_name(vpc, 'strict')
    numbers = [e.rule_number for e in strict.network_acl_entries if e.egress == 'false']
    print(sorted(numbers), sorted(numbers, key=int), '90' in numbers, 90 in numbers)
    print('outgoing', len([e for e in strict.network_acl_entries if e.egress == 'true']),
          'denied', [e.rule_number for e in strict.network_acl_entries if e.rule_action == 'deny' and e.rule_number != '32767'])

    print(conn.create_network_acl_entry(strict.id, 110, 17, 'allow', '172.20.0.0/16', egress=False,
                                        port_range_from=53, port_range_to=53))
    print(conn.create_network_acl_entry(strict.id, 120, -1, 'deny', '192.0.2.0/24', True))
    print(conn.replace_network_acl_entry(strict.id, 100, 6, 'allow', '10.0.0.0/8', egress=False,
                                         port_range_from=22, port_range_to=22))
    print(conn.delete_network_acl_entry(strict.id, 50, egress=True))
    nets = dict((name, subnet_id) for subnet_id, name in audit.names.items())
    print(conn.associate_network_acl(strict.id, nets['net1'])[:9])
    audit.show(vpc)
    print(conn.disassociate_network_acl(nets['net1'])[:9])
    made = conn.create_network_acl(vpc)
    made.add_tag('Name', 'made')
    print(made.vpc_id == vpc, made.default, made.tags)
    conn.associate_network_acl(made.id, nets['net2'])
    audit.show(vpc)
    print(len(conn.get_all_network_acls([strict.id, made.id])), len(conn.get_all_network_acls(filters={'association.subnet-id': nets['net2']})))
    conn.disassociate_network_acl(nets['net2'], vpc)
    print(conn.delete_network_acl(made.id), len(audit.acls(vpc)))
    try:
        conn.get_all_network_acls(made.id)
    except boto.exception.EC2ResponseError as e:
        print(e.error_code)


if __name__ == '__main__':
    main()
