#!/usr/bin/env python
import boto.ec2
import datetime
import sys


def connect(region):
    return boto.ec2.connect_to_region(region)


def snapshot_volumes(conn, tag):
    made = []
    for vol in conn.get_all_volumes(filters={'tag:Backup': tag}):
        snap = vol.create_snapshot('backup of %s' % vol.id)
        snap.add_tag('Backup', tag)
        made.append(snap.id)
        print 'made', snap.id
    return made


def rotate(conn, tag, keep):
    snaps = conn.get_all_snapshots(owner='self', filters={'tag:Backup': tag})
    snaps.sort(key=lambda s: s.start_time, reverse=True)
    for snap in snaps[keep:]:
        try:
            conn.delete_snapshot(snap.id)
        except boto.exception.EC2ResponseError, e:
            print >>sys.stderr, 'could not delete', snap.id, e.error_message
    return [s.id for s in snaps[:keep]]
