"""Security groups between regions: export to plain dicts, diff, import; grants by group name."""
import boto.ec2, json, sys
from boto.ec2.securitygroup import SecurityGroup

def export(conn, skip=('default',)):
    out = {}
    by_id = dict((g.id, g) for g in conn.get_all_security_groups())
    for g in by_id.values():
        if g.name in skip: continue
        rules = []
        for rule in g.rules:
            for grant in rule.grants:
                who = grant.cidr_ip if grant.cidr_ip else 'group:' + (grant.name or by_id[grant.group_id].name)
                rules.append('%s/%s-%s %s' % (rule.ip_protocol, rule.from_port, rule.to_port, who))
        out[g.name] = {'description': g.description, 'rules': sorted(rules)}
    return out

def parse(text):
    what, who = text.split(' ')
    proto, ports = what.split('/')
    start, end = ports.rsplit('-', 1) if not ports.startswith('-') else (ports[:2], ports[3:])
    return proto, int(start), int(end), who

def load(conn, data, dry=False):
    groups = {}
    for g in conn.get_all_security_groups():
        groups[g.name] = g
    for name, desc in sorted(data.items()):
        if name not in groups:
            groups[name] = conn.create_security_group(name, desc['description'])
            print('created', groups[name].name, str(groups[name]), len(groups[name].rules))
    for name, desc in sorted(data.items()):
        have = set(export(conn)[name]['rules'])
        for text in desc['rules']:
            if text in have:
                have.discard(text)
                continue
            proto, start, end, who = parse(text)
            kw = dict(ip_protocol=proto, from_port=start, to_port=end)
            if who.startswith('group:'):
                kw['src_group'] = groups[who[6:]]
            else:
                kw['cidr_ip'] = who
            ok = groups[name].authorize(**kw)
            print('  +', name, text, ok)
        for text in sorted(have):
            proto, start, end, who = parse(text)
            print('  -', name, text, conn.revoke_security_group(group_name=name, ip_protocol=proto, from_port=start, to_port=end, cidr_ip=who))

east, west = boto.ec2.connect_to_region('us-east-1'), boto.ec2.connect_to_region('us-west-2')
lb = east.create_security_group('lb', 'load balancers')
app = east.create_security_group('app', 'applications')
lb.authorize('tcp', 443, 443, ['0.0.0.0/0', '10.0.0.0/8'])
app.authorize(ip_protocol='tcp', from_port='8080', to_port='8081', src_group=lb)
app.authorize('icmp', -1, -1, '10.0.0.0/8')
print(json.dumps(export(east), indent=1, sort_keys=True))
stale = west.create_security_group('app', 'applications')
stale.authorize('tcp', 22, 22, '0.0.0.0/0')
load(west, export(east))
print(export(west) == export(east))
load(west, export(east))
print([len(g.rules) for g in west.get_all_security_groups(filters={'group-name': ['app', 'lb']})])
for g in east.get_all_security_groups(['app']):
    for r in list(g.rules):
        print(r, [str(x).count('-') for x in r.grants], repr(r.from_port))
