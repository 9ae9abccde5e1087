"""Reports: costs by tag, volumes nobody uses, open ports, spot prices; everything in nested comprehensions."""
from collections import Counter, defaultdict
from itertools import chain, groupby
from operator import attrgetter

from boto.ec2 import connect_to_region
from boto.ec2.connection import EC2Connection

PRICES = {'m1.small': 0.044, 't2.micro': 0.013}
ec2 = connect_to_region('us-east-1')


def everything(conn):
    return list(chain.from_iterable(r.instances for r in conn.get_all_instances()))


def cost_by(conn, tag):
    """:type conn: boto.ec2.connection.EC2Connection"""
    costs = defaultdict(float)
    for instance in everything(conn):
        costs[instance.tags.get(tag, '(none)')] += PRICES.get(instance.instance_type, 1)
    return dict((key, round(value, 3)) for key, value in costs.items())


for number in range(4):
    made = ec2.run_instances('ami-44444444', instance_type='t2.micro' if number % 2 else 'm1.small', placement='us-east-1a')
    if number:
        made.instances[0].add_tag('team', 'ab'[number % 2])
print(sorted(cost_by(ec2, 'team').items()))
print(sorted(Counter(i.instance_type for i in everything(ec2)).items()))
by_type = groupby(sorted(everything(ec2), key=attrgetter('instance_type')), key=attrgetter('instance_type'))
print([(kind, len(list(members))) for kind, members in by_type])
print([[i.state for i in r.instances] for r in ec2.get_all_instances()][:2], sum(len(r.instances) for r in ec2.get_all_instances()))

spare = ec2.create_volume(3, 'us-east-1a', volume_type='standard')
spare.add_tag('Name', 'spare')
unused = [v for v in ec2.get_all_volumes() if v.attachment_state() is None and v.status == 'available']
print([(v.tags['Name'], v.size, v.type, v.attach_data.instance_id) for v in unused], len(ec2.get_all_volumes()) - len(unused))
owners = {v.id: v.attach_data.instance_id for v in ec2.get_all_volumes() if v.attach_data and v.attach_data.instance_id}
print(len(owners), set(owners.values()) == set(i.id for i in everything(ec2)))

for name, ports in (('open', (22, 80)), ('closed', ())):
    group = ec2.create_security_group(name, 'group %s' % name)
    for port in ports:
        group.authorize('tcp', port, port, '0.0.0.0/0')
world = sorted('%s:%s' % (g.name, rule.from_port) for g in ec2.get_all_security_groups() for rule in g.rules
               if any(grant.cidr_ip == '0.0.0.0/0' for grant in rule.grants))
print(world, [g.name for g in ec2.get_all_security_groups(filters={'group-name': ['open', 'closed']}) if not g.rules])

requests = ec2.request_spot_instances('0.02', 'ami-44444444', count=2, instance_type='m1.small')
print(len(requests), set(r.state for r in requests), [r.price for r in ec2.get_all_spot_instance_requests([requests[0].id])])
print(len(ec2.cancel_spot_instance_requests([r.id for r in requests])))
class Reporter(EC2Connection if False else object):
    def __init__(self, conn):
        self.conn, self.lines = conn, []

    def add(self, text, *objects):
        self.lines.append(text % tuple(o.id[:2] for o in objects))
        return self


print(Reporter(ec2).add('%s and %s', spare, everything(ec2)[0]).lines)
ec2.terminate_instances([i.id for i in everything(ec2)])
print(sorted(set(i.state for i in everything(ec2))), ec2.delete_volume(spare.id))
