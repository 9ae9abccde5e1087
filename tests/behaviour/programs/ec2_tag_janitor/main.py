"""Tags everywhere: local dictionaries after changes, empty and None values, removal with and without value, all tags."""
from collections import Counter, defaultdict
import sys

from boto.ec2 import EC2Connection, get_region

REQUIRED = ('Name', 'Owner')


def connection(region='ap-southeast-1'):
    return EC2Connection(region=get_region(region))


def things(conn):
    for reservation in conn.get_all_reservations():
        for instance in reservation.instances:
            yield instance
    for volume in conn.get_all_volumes(filters={'status': 'available'}):
        yield volume


def missing(thing, required=REQUIRED):
    return [t for t in required if not thing.tags.get(t)]


def fix(thing, defaults, stats=Counter()):
    for name in missing(thing):
        if name in thing.tags:
            stats['empty'] += 1
        else:
            stats['absent'] += 1
        thing.add_tag(name, defaults[name])
    return stats


def dump(title, tags):
    print('%s: %s' % (title, ', '.join('%s=%r' % kv for kv in sorted(tags.items())) or '(none)'))


def main():
    conn = connection()
    print(conn.region.name, conn.region.endpoint)
    for thing in things(conn):
        dump(thing.tags.get('Name', '-'), thing.tags)
        print('   misses %s' % missing(thing), 'Name' in thing.tags, len(thing.tags))
    stats = None
    for thing in things(conn):
        stats = fix(thing, {'Name': 'unnamed', 'Owner': 'nobody'})
    print(sorted(stats.items()), [missing(t) for t in things(conn)])

    one = conn.get_only_instances(filters={'tag:Name': 'one'})[0]
    print(one.add_tag('Bare'), one.add_tags({'A': '1', 'B': ''}), one.add_tag('Cost', '11'))
    dump('local', one.tags)
    dump('remote', conn.get_only_instances([one.id])[0].tags)
    one.tags['only-local'] = 'x'
    print('only-local' in conn.get_only_instances([one.id])[0].tags, one.tags.pop('only-local'))

    print(one.remove_tag('Cost', 'wrong value'), one.remove_tag('A', '1'), one.remove_tag('B', ''), one.remove_tag('Bare'))
    dump('local', one.tags)
    dump('remote', conn.get_only_instances([one.id])[0].tags)
    one.update()
    dump('updated', one.tags)
    one.remove_tags({'Cost': '11', 'Owner': None})
    dump('removed two', conn.get_only_instances([one.id])[0].tags)

    ids = [t.id for t in things(conn)]
    print(conn.create_tags(ids, {'Audit': '2015', 'Note': '', 'Level': 5}), conn.create_tags(one.id, {'Single': 'str id'}))
    print(conn.delete_tags(ids[1:], {'Level': '5'}), conn.delete_tags(ids[:1], ['Level', 'Note']),
          conn.delete_tags(ids, {'Audit': 'other'}), conn.delete_tags(ids, {'Temp': None}))
    for thing in things(conn):
        dump(thing.tags['Name'], thing.tags)

    tags = conn.get_all_tags()
    print(len(tags), sorted(set((t.name, t.value) for t in tags if t.name in ('Owner', 'Name'))))
    per_type = defaultdict(set)
    for t in conn.get_all_tags(filters={'key': ['Audit', 'Owner']}):
        per_type[t.res_type].add(t.res_id)
    print(sorted((k, len(v)) for k, v in per_type.items()))
    print(sorted('%s=%s' % (t.name, t.value) for t in conn.get_all_tags({'resource-id': one.id})))
    print(len(conn.get_all_tags(filters={'resource_type': 'volume'})), conn.get_all_tags(filters={'key': 'Nope'}))
    print(sorted(i.tags['Name'] for i in conn.get_only_instances(filters={'tag:Audit': '2015'})),
          [v.tags['Name'] for v in conn.get_all_volumes(filters={'tag-value': 'ann'})])
    owners = defaultdict(list)
    for i in conn.get_only_instances():
        owners[i.tags.get('Owner')].append(i.tags['Name'])
    for owner in sorted(owners, key=str):
        sys.stdout.write('%-8s %s\n' % (owner, sorted(owners[owner])))


if __name__ == '__main__':
    main()
