#!/usr/bin/env python
"""Lists instances for people and for machines."""
import argparse
import json
import os
import sys

import boto
import boto.ec2
from boto.exception import NoAuthHandlerFound, EC2ResponseError


def connect(region):
    key = boto.config.get('Credentials', 'aws_access_key_id', None) or os.environ.get('AWS_ACCESS_KEY_ID')
    if not key:
        sys.stderr.write('warning: no key\n')
    try:
        conn = boto.ec2.connect_to_region(region)
    except NoAuthHandlerFound as e:
        sys.exit('no credentials: %s' % e)
    if conn is None:
        sys.exit('no such region: %s' % region)
    return conn


def to_dict(instance):
    return {
        'id': instance.id,
        'state': instance.state,
        'type': instance.instance_type,
        'zone': instance.placement,
        'ip': instance.private_ip_address,
        'tags': instance.tags,
        'launched': instance.launch_time[:4],
        'groups': [g.name for g in instance.groups],
    }


def instances(conn, state=None):
    filters = {'instance-state-name': state} if state else None
    for reservation in conn.get_all_instances(filters=filters):
        for instance in reservation.instances:
            yield to_dict(instance)


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument('--region', default='us-east-1')
    parser.add_argument('--state')
    parser.add_argument('--stop', action='append', default=[])
    args = parser.parse_args(argv)
    conn = connect(args.region)
    if args.stop:
        try:
            conn.stop_instances(args.stop)
        except EC2ResponseError as e:
            print('ERROR %s: %s' % (e.error_code, e.error_message))
            return 1
    found = sorted(instances(conn, args.state), key=lambda d: d['id'])
    json.dump(found, sys.stdout, sort_keys=True)
    return 0


if __name__ == '__main__':
    sys.exit(main())
