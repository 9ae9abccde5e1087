"""Brings security groups to a declared state: string ports, grants that mix addresses and groups, duplicates, egress."""
import boto
from boto.exception import EC2ResponseError

WANTED = {
    'web': [('tcp', 80, 80, '0.0.0.0/0'), ('tcp', 443, 443, '0.0.0.0/0'), ('tcp', 22, 22, '10.0.0.0/8'),
            ('icmp', -1, -1, '10.0.0.0/8')],
    'db': [('tcp', 5432, 5432, 'web'), ('tcp', 5432, 5432, '192.168.0.0/24'), ('tcp', 22, 22, 'bastion')],
    'bastion': [('tcp', 22, 22, '203.0.113.0/24')],
}


class Firewall(object):
    def __init__(self, conn=None):
        self.conn = conn or boto.connect_ec2()
        self.ids = {}

    def group(self, name, create=False):
        for g in self.conn.get_all_security_groups():
            self.ids[g.id] = g.name
            if g.name == name:
                return g
        if not create:
            return None
        g = self.conn.create_security_group(name, 'managed: ' + name)
        self.ids[g.id] = g.name
        return g

    def flat(self, group):
        for rule in group.rules:
            for grant in rule.grants:
                source = grant.cidr_ip or self.ids[grant.group_id]
                yield rule.ip_protocol, rule.from_port, rule.to_port, source

    def wanted(self, name):
        return set((p, str(f), str(t), s) for p, f, t, s in WANTED[name])

    def allow(self, group, rule):
        proto, start, end, source = rule
        if '/' in source:
            return group.authorize(proto, start, end, source)
        return group.authorize(proto, start, end, src_group=self.group(source))

    def deny(self, group, rule):
        proto, start, end, source = rule
        if '/' in source:
            return group.revoke(ip_protocol=proto, from_port=start, to_port=end, cidr_ip=source)
        return group.revoke(proto, start, end, src_group=self.group(source))

    def sync(self):
        for name in sorted(WANTED):
            group = self.group(name, create=True)
            have, want = set(self.flat(group)), self.wanted(name)
            for rule in sorted(want - have, key=str):
                print('  + %s %s %s' % (name, rule, self.allow(group, rule)))
            for rule in sorted(have - want, key=str):
                print('  - %s %s' % (name, rule))
                if rule[0] != '-1':
                    print('    %s' % self.deny(group, rule))
            print('%s: %d to add, %d to remove' % (name, len(want - have), len(have - want)))

    def show(self):
        groups = self.conn.get_all_security_groups()
        self.ids.update((g.id, g.name) for g in groups)
        for group in sorted(groups, key=lambda g: g.name):
            print('%s (%s)' % (group.name, group.description))
            for rule in sorted(group.rules, key=lambda r: (r.ip_protocol, r.from_port or '', r.to_port or '')):
                names = sorted(g.cidr_ip or '@' + self.ids[g.group_id] for g in rule.grants)
                print('   in  %s %r-%r %s' % (rule.ip_protocol, rule.from_port, rule.to_port, names))
            for rule in group.rules_egress:
                print('   out %s %s %s' % (rule.ip_protocol, rule.from_port, [g.cidr_ip for g in rule.grants]))


def open_ssh(groups):
    """names of groups that let somebody in on port 22"""
    return [g.name for g in groups for r in g.rules if r.from_port == '22' and r.ip_protocol == 'tcp']


fw = Firewall()
fw.show()
fw.sync()
print('second run')
fw.sync()
fw.show()
conn = fw.conn
web = conn.get_all_security_groups(groupnames=['web'])[0]
print(open_ssh(conn.get_all_security_groups()), open_ssh([web]))
print('message: %s has %d rules, vpc %s' % (web.name, len(web.rules), web.vpc_id is not None))
try:
    web.authorize('tcp', 80, 80, '0.0.0.0/0')
except EC2ResponseError as e:
    print(e.error_code, e.status, e.reason)
try:
    web.revoke('udp', 1, 2, '1.2.3.4/32')
except EC2ResponseError as e:
    print(e.error_code)
print(conn.authorize_security_group('web', ip_protocol='tcp', from_port='9000', to_port='9001',
                                    cidr_ip=['172.16.0.0/12', '10.9.0.0/16']))
print(conn.revoke_security_group('web', ip_protocol='tcp', from_port=9000, to_port=9001, cidr_ip='10.9.0.0/16'),
      sorted(g.cidr_ip for r in fw.group('web').rules if r.to_port == '9001' for g in r.grants))
local = conn.create_security_group('local', 'only here')
local.authorize('tcp', 25, '25', '10.0.0.0/8')
print([(r.from_port, r.to_port) for r in local.rules], local.owner_id, local.vpc_id)
again = conn.get_all_security_groups(group_ids=[local.id])[0]
print([(r.from_port, r.to_port) for r in again.rules], again.vpc_id is None)
print(conn.authorize_security_group_egress(again.id, 'tcp', 443, 443, cidr_ip='10.0.0.0/8'),
      conn.revoke_security_group_egress(again.id, '-1', cidr_ip='0.0.0.0/0'))
print([(r.ip_protocol, r.from_port, [str(g) for g in r.grants])
       for r in conn.get_all_security_groups(group_ids=again.id)[0].rules_egress])
i = conn.run_instances('ami-00000001', security_groups=['local', web]).instances[0]
print(sorted(g.name for g in i.groups), [x.id == i.id for x in again.instances()], web.instances()[0].state)
for name in ('old-unused', 'nothing-such'):
    try:
        print(conn.delete_security_group(name))
    except EC2ResponseError as e:
        print(name, e.error_code)
print(fw.group('old-unused'), fw.group('web').id == web.id)
for kwargs in (dict(groupnames=['nope']), dict(group_ids=['sg-00000000']), dict(filters={'group-name': 'nope'})):
    try:
        print(conn.get_all_security_groups(**kwargs))
    except EC2ResponseError as e:
        print(sorted(kwargs), e.error_code)
try:
    conn.create_security_group('web', 'again')
except EC2ResponseError as e:
    print(e.error_code)
