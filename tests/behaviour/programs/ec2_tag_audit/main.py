"""Tag audit over everything, with generator pipelines, dispatch dicts of bound methods, getattr tables, reports."""
import boto.ec2
from collections import defaultdict, Counter
from operator import attrgetter, itemgetter

REQUIRED = frozenset(['Name', 'Owner'])

class Auditor(object):
    def __init__(self, regions):
        self.conns = dict((r, boto.ec2.connect_to_region(r)) for r in regions)
        self.findings = defaultdict(list)

    def sources(self, conn):
        return {
            'instance': conn.get_only_instances,
            'volume': conn.get_all_volumes,
            'snapshot': lambda: conn.get_all_snapshots(owner='self'),
            'group': conn.get_all_security_groups,
        }

    def audit(self):
        for region, conn in sorted(self.conns.items()):
            for kind, source in sorted(self.sources(conn).items()):
                for thing in source():
                    if kind == 'group' and thing.name == 'default':
                        continue
                    lacking = REQUIRED - set(thing.tags)
                    empty = [k for k, v in thing.tags.items() if not v]
                    if lacking or empty:
                        self.findings[region].append((kind, thing.id, sorted(lacking), empty))
        return self

    def fix(self, owner):
        n = 0
        for region, found in self.findings.items():
            for kind, id, lacking, empty in found:
                values = dict.fromkeys(lacking, owner)
                values.update((k, 'unknown') for k in empty)
                self.conns[region].create_tags([id], values)
                n += len(values)
        self.findings.clear()
        return n

    def summary(self):
        c = Counter((region, kind) for region, f in self.findings.items() for kind, _, _, _ in f)
        return sorted(c.items())

a = Auditor(['us-east-1', 'us-west-1'])
for name, conn in a.conns.items():
    conn.run_instances('ami-77777777', instance_type='t1.micro')
    v = conn.create_volume(1, name + 'a')
    v.add_tag('Owner', '')
    conn.create_snapshot(v.id, 'x').add_tag('Name', 'snap')
    conn.create_security_group('app', 'app servers')
print(a.audit().summary())
print(a.fix('ops'), a.audit().summary())
for conn in [c for _, c in sorted(a.conns.items())]:
    tags = conn.get_all_tags(filters={'key': 'Owner'})
    print(conn.region.name, sorted((t.res_type, t.value) for t in tags))
    vols = sorted(conn.get_all_volumes(), key=attrgetter('size', 'id'))
    print(list(map(attrgetter('size', 'status'), vols)))
    by = {}
    for i in conn.get_only_instances():
        by.setdefault((i.placement, i.vpc_id is not None), []).append(i.tags['Name'])
    print(by.values(), conn.delete_tags([v.id for v in vols], {'Owner': None}), [v.update() for v in vols], [sorted(v.tags) for v in vols])
