#!/usr/bin/env python
"""Cost report: prices by type, JSON and CSV on stdout, kwargs connection."""
import csv, json, sys, os
from collections import OrderedDict, namedtuple
from io import StringIO
import boto.ec2

PRICE = {'m1.small': 0.06, 't1.micro': 0.02, 'c1.medium': 0.17}
Row = namedtuple('Row', 'region id type state zone cost tags')

def settings(**over):
    cfg = dict(region_name='us-east-1', aws_access_key_id=os.environ.get('AWS_ACCESS_KEY_ID'), aws_secret_access_key=os.environ.get('AWS_SECRET_ACCESS_KEY'))
    cfg.update(over)
    return cfg

def collect(names):
    for name in names:
        conn = boto.ec2.connect_to_region(**settings(region_name=name))
        if not conn:
            sys.stderr.write('no such region %s\n' % name)
            continue
        for res in conn.get_all_instances():
            for inst in res.instances:
                if inst.state in ('terminated', 'shutting-down'): continue
                yield Row(inst.region.name, inst.id, inst.instance_type, inst.state, inst.placement,
                          PRICE.get(inst.instance_type, 1.0) if inst.state == u'running' else 0, dict(inst.tags))

def main():
    for n, r in enumerate(('us-east-1', 'eu-west-1')):
        c = boto.ec2.connect_to_region(r)
        res = c.run_instances('ami-12345678', min_count=n + 1, max_count=n + 1, instance_type=['t1.micro', 'c1.medium'][n])
        for k, i in enumerate(res.instances):
            i.add_tag('team', 'red' if k % 2 else 'blue')
    rows = sorted(collect(['us-east-1', 'eu-west-1', 'mars-1']), key=lambda r: (r.region, r.tags['team']))
    out = StringIO()
    w = csv.writer(out, lineterminator='\n')
    w.writerow(['region', 'type', 'state', 'zone', 'cost', 'team'])
    for r in rows:
        w.writerow([r.region, r.type, r.state, r.zone, '%.2f' % r.cost, r.tags.get('team', '')])
    print(out.getvalue())
    summary = OrderedDict()
    for r in rows:
        team = summary.setdefault(r.tags.get('team'), {'count': 0, 'cost': 0.0, 'regions': []})
        team['count'] += 1
        team['cost'] += r.cost
        if r.region not in team['regions']: team['regions'].append(r.region)
    print(json.dumps(summary, indent=2, sort_keys=True))
    print('total: %(total).2f for %(n)d' % {'total': sum(r.cost for r in rows), 'n': len(rows)})

if __name__ == '__main__':
    main()
