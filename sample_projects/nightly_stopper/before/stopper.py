#!/usr/bin/env python
"""Stop the development machines at night and start them in the morning.

    0 20 * * 1-5   stopper.py stop
    30 7 * * 1-5   stopper.py start

Machines opt in with the tag Schedule. Before a machine stops, its volumes get a snapshot.
"""
from __future__ import print_function

import datetime
import logging
import sys
import time
from optparse import OptionParser

import boto.ec2
from boto.exception import EC2ResponseError

import settings

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)-7s %(message)s')
logging.getLogger('boto').setLevel(logging.CRITICAL)
log = logging.getLogger('stopper')

conn = None
options = None


def name_of(instance):
    return instance.tags.get('Name') or instance.id


def scheduled(state):
    """Instances with our tag in that state, protected ones left out."""
    found = []
    instances = conn.get_only_instances(filters={'tag:' + settings.TAG: list(settings.VALUES),
                                                 'instance-state-name': state})
    for instance in instances:
        if instance.tags.get('Protected', 'no').lower() in ('yes', 'true', '1'):
            log.info('%s is protected', name_of(instance))
            continue
        found.append(instance)
    return sorted(found, key=name_of)


def wait_for(instances, state, tries=30):
    """Poll until all are in STATE. Returns those that are not."""
    waiting = list(instances)
    while waiting and tries:
        tries -= 1
        waiting = [i for i in waiting if i.update() != state]
        if waiting:
            time.sleep(options.interval)
    return waiting


def snapshot_volumes(instance):
    stamp = options.now.strftime('%Y-%m-%d %H:%M')
    made = []
    for device, bdt in sorted(instance.block_device_mapping.items()):
        description = '%s %s %s' % (name_of(instance), device, stamp)
        if options.dry_run:
            log.info('would snapshot %s', description)
            continue
        try:
            snapshot = conn.create_snapshot(bdt.volume_id, description)
        except EC2ResponseError as e:
            if e.error_code != 'InvalidVolume.NotFound':
                raise
            log.warning('%s of %s is gone', device, name_of(instance))
            continue
        snapshot.add_tag('Name', description)
        snapshot.add_tag('CreatedBy', settings.SNAPSHOT_TAG)
        while snapshot.status == 'pending':
            time.sleep(options.interval)
            snapshot.update()
        log.info('snapshot of %s: %s, %s GB, %s', description, snapshot.status, snapshot.volume_size, snapshot.progress)
        made.append(snapshot)
    return made


def trim_snapshots(instance, keep):
    """Keep the newest KEEP of our snapshots for each volume."""
    for device, bdt in sorted(instance.block_device_mapping.items()):
        ours = conn.get_all_snapshots(owner='self', filters={'volume-id': bdt.volume_id,
                                                             'tag:CreatedBy': settings.SNAPSHOT_TAG})
        ours.sort(key=lambda s: s.tags.get('Name', '')[-16:], reverse=True)
        for snapshot in ours[keep:]:
            if options.dry_run:
                log.info('would delete %s', snapshot.description)
                continue
            try:
                snapshot.delete()
                log.info('deleted %s', snapshot.description)
            except EC2ResponseError as e:
                # an image may still need it
                if e.error_code == 'InvalidSnapshot.InUse':
                    log.warning('%s is in use', snapshot.description)
                else:
                    log.error('%s: %s', snapshot.id, e.error_message)


def stop():
    instances = scheduled('running')
    if not instances:
        log.info('nothing to stop')
        return 0
    for instance in instances:
        snapshot_volumes(instance)
        trim_snapshots(instance, settings.KEEP_SNAPSHOTS)
    stopped = []
    for instance in instances:
        try:
            instance.stop(dry_run=options.dry_run)
            stopped.append(instance)
        except EC2ResponseError as e:
            if e.error_code == 'DryRunOperation':
                log.info('would stop %s (%s)', name_of(instance), instance.instance_type)
            elif e.error_code in ('IncorrectInstanceState', 'UnsupportedOperation'):
                log.warning('%s cannot be stopped: %s', name_of(instance), e.error_code)
            else:
                raise
    late = wait_for(stopped, 'stopped')
    for instance in stopped:
        log.info('%s is %s', name_of(instance), instance.state)
    if stopped:
        conn.create_tags([i.id for i in stopped], {'StoppedBy': settings.SNAPSHOT_TAG})
    return len(late)


def start():
    instances = [i for i in scheduled('stopped') if i.tags.get('StoppedBy') == settings.SNAPSHOT_TAG]
    if options.dry_run:
        for instance in instances:
            log.info('would start %s', name_of(instance))
        return 0
    if not instances:
        log.info('nothing to start')
        return 0
    started = conn.start_instances(instance_ids=[i.id for i in instances])
    log.info('starting %d of %d', len(started), len(instances))
    late = wait_for(started, 'running')
    for instance in instances:
        instance.update()
        log.info('%s is %s, code %d', name_of(instance), instance.state, instance.state_code)
        instance.remove_tag('StoppedBy')
    return len(late)


def status():
    for instance in sorted(conn.get_only_instances(), key=name_of):
        print('%-8s %-8s %-13s snapshots: %d  %s' % (
            name_of(instance), instance.state, instance.tags.get(settings.TAG, '-'),
            sum(len(conn.get_all_snapshots(filters={'volume-id': bdt.volume_id}))
                for bdt in instance.block_device_mapping.values()),
            instance.tags.get('StoppedBy', '')))


def rehearse():
    """What `stop` would do tonight, permissions included."""
    before, options.dry_run = options.dry_run, True
    try:
        return stop()
    finally:
        options.dry_run = before


def check(instance_id):
    """An old habit of ours: ask for a machine by an id from the wiki."""
    try:
        instance = conn.get_only_instances([instance_id])[0]
        print('%s is %s' % (instance_id, instance.state))
    except EC2ResponseError as e:
        print('%s: %s, HTTP %d' % (instance_id, e.error_code, e.status))


ACTIONS = {'stop': stop, 'start': start, 'status': status, 'rehearse': rehearse}


def main():
    global conn, options
    parser = OptionParser('%prog [options] ACTION...')
    parser.add_option('-n', '--dry-run', action='store_true', default=False)
    parser.add_option('--interval', type='float', default=15.0, help='seconds between two looks')
    parser.add_option('--at', metavar='TIME', help='pretend it is TIME (2015-06-30T20:00)')
    parser.add_option('--check', metavar='ID')
    options, args = parser.parse_args()
    options.now = datetime.datetime.utcnow()
    if options.at:
        options.now = datetime.datetime.strptime(options.at, '%Y-%m-%dT%H:%M')
    if not args or [a for a in args if a not in ACTIONS]:
        parser.error('say one or more of %s' % ', '.join(sorted(ACTIONS)))

    conn = boto.ec2.connect_to_region(settings.REGION)
    failed = 0
    for action in args:
        log.info('--- %s%s', action, ' (dry run)' if options.dry_run else '')
        failed += ACTIONS[action]() or 0
    if options.check:
        check(options.check)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
