import sys

import boto.ec2

from ebs import REGION


def connect(region=REGION):
    connection = boto.ec2.connect_to_region(region)
    if not connection:
        sys.exit('cannot connect to %s' % region)
    return connection


def watched_volumes(connection):
    """:type connection: boto.ec2.connection.EC2Connection"""
    volumes = connection.get_all_volumes(filters={'tag-key': 'Backup'})
    return sorted(volumes, key=lambda v: v.size)
