#!/usr/bin/env python
"""List what we run on EC2, per region, and write it down as CSV for the accountants.

    inventory.py -r us-east-1,eu-west-1 -o inventory.csv          list
    inventory.py -r us-east-1 --fix-tags --owner ops              and tag what has no owner
"""
import argparse
import csv
import sys

import boto.ec2
from boto.exception import EC2ResponseError

REQUIRED = ['Name', 'Owner', 'Environment']
COLUMNS = ['region', 'id', 'name', 'type', 'state', 'zone', 'public_dns', 'private_ip', 'image', 'key', 'groups',
           'volumes', 'gb', 'owner', 'environment']


def connect(region_name):
    names = [region.name for region in boto.ec2.regions()]
    if region_name not in names:
        sys.exit('%s: no such region' % region_name)
    return boto.ec2.connect_to_region(region_name)


def get_instances(conn, environment=None, running_only=False):
    filters = {}
    if environment:
        filters['tag:Environment'] = environment
    if running_only:
        filters['instance-state-name'] = 'running'
    instances = []
    for reservation in conn.get_all_instances(filters=filters):
        for instance in reservation.instances:
            if instance.state != 'terminated':
                instances.append(instance)
    instances.sort(key=lambda i: (i.tags.get('Name', ''), i.id))
    return instances


def volumes_by_instance(conn):
    volumes = {}
    spare = []
    for volume in conn.get_all_volumes():
        if volume.attach_data.instance_id:
            volumes.setdefault(volume.attach_data.instance_id, []).append(volume)
        else:
            spare.append(volume)
    return volumes, spare


def row_for(region, instance, volumes):
    return {
        'region': region,
        'id': instance.id,
        'name': instance.tags.get('Name', '(no name)'),
        'type': instance.instance_type,
        'state': '%s (%d)' % (instance.state, instance.state_code),
        'zone': instance.placement,
        'public_dns': instance.public_dns_name or '-',
        'private_ip': instance.private_ip_address,
        'image': instance.image_id,
        'key': instance.key_name or '',
        'groups': ' '.join(sorted(g.name for g in instance.groups)),
        'volumes': ' '.join(v.attach_data.device for v in volumes),
        'gb': sum(v.size for v in volumes),
        'owner': instance.tags.get('Owner', ''),
        'environment': instance.tags.get('Environment', ''),
    }


def show_security_groups(conn):
    print('  security groups')
    for group in sorted(conn.get_all_security_groups(), key=lambda g: g.name):
        print('    %s: %s, used by %d' % (group.name, group.description, len(group.instances())))
        for rule in group.rules:
            for grant in rule.grants:
                who = grant.cidr_ip or 'group %s' % grant.group_id
                ports = 'all ports' if rule.from_port is None else '%s-%s' % (rule.from_port, rule.to_port)
                warn = ''
                if grant.cidr_ip == '0.0.0.0/0' and rule.to_port and int(rule.to_port) == 22:
                    warn = '   <-- open to the world!'
                print('      %s %s from %s%s' % (rule.ip_protocol, ports, who, warn))


def show_spare_volumes(spare):
    print('  volumes nobody uses: %d, %d GB' % (len(spare), sum([v.size for v in spare])))
    for volume in sorted(spare, key=lambda v: v.size):
        print('    %s %d GB %s in %s, %s' % (volume.id, volume.size, volume.type, volume.zone,
                                            volume.tags.get('Name') or volume.status))


def show_addresses(conn):
    idle = [a.public_ip for a in conn.get_all_addresses() if not a.instance_id]
    print('  addresses paid for and not used: %s' % (len(idle) or 'none'))


def fix_tags(conn, instances, owner):
    """Give an owner to what has none, its name to what hangs on it, and say what else is missing."""
    orphans = [i for i in instances if 'Owner' not in i.tags]
    if orphans:
        conn.create_tags([i.id for i in orphans], {'Owner': owner, 'TaggedBy': 'inventory'})
        print('  %s now owns %s' % (owner, ', '.join(i.tags.get('Name', i.id) for i in orphans)))
    for instance in instances:
        missing = [tag for tag in REQUIRED if tag not in instance.tags and tag != 'Owner']
        if missing:
            print('  %s lacks %s' % (instance.id, ' and '.join(missing)))
            instance.add_tag('Incomplete', ','.join(missing))
        elif 'Incomplete' in instance.tags:
            instance.remove_tag('Incomplete')
            print('  %s is complete now' % instance.tags['Name'])
        for name, device in sorted(instance.block_device_mapping.items()):
            volume = conn.get_all_volumes([device.volume_id])[0]
            if 'Name' in instance.tags and volume.tags.get('Name') is None:
                volume.add_tag('Name', '%s %s' % (instance.tags['Name'], name))
    for tag in conn.get_all_tags(filters={'resource-type': 'instance', 'key': 'TaggedBy'}):
        print('  %s on a %s: %s' % (tag.name, tag.res_type, tag.value))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('-r', '--regions', default='us-east-1', help='comma separated')
    parser.add_argument('-e', '--environment')
    parser.add_argument('-o', '--output')
    parser.add_argument('--running', action='store_true')
    parser.add_argument('--fix-tags', action='store_true')
    parser.add_argument('--owner', default='unknown')
    args = parser.parse_args()

    rows = []
    for region in args.regions.split(','):
        print(region)
        conn = connect(region)
        try:
            instances = get_instances(conn, args.environment, args.running)
            volumes, spare = volumes_by_instance(conn)
            if args.fix_tags:
                fix_tags(conn, instances, args.owner)
                for instance in instances:
                    instance.update()
            for instance in instances:
                row = row_for(region, instance, volumes.get(instance.id, []))
                rows.append(row)
                print('  %(name)-10s %(type)-10s %(state)-14s %(zone)-11s %(gb)4d GB  %(groups)s  [%(owner)s]' % row)
            show_security_groups(conn)
            show_spare_volumes(spare)
            show_addresses(conn)
        except EC2ResponseError as e:
            print('%s: %s (%s)' % (region, e.error_message, e.error_code))
            continue

    if args.output:
        with open(args.output, 'w') as f:
            writer = csv.DictWriter(f, COLUMNS, lineterminator='\n')
            writer.writeheader()
            writer.writerows(rows)
    per_type = {}
    for row in rows:
        per_type[row['type']] = per_type.get(row['type'], 0) + 1
    print('total: %d instances, %d GB (%s)' % (len(rows), sum(r['gb'] for r in rows), ', '.join(
        '%d x %s' % (n, t) for t, n in sorted(per_type.items()))))


if __name__ == '__main__':
    main()
