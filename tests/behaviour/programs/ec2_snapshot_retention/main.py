"""EBS backups by tag: snapshots inherit the volume's name, old ones go, progress is polled, dry runs are possible."""
import collections
import datetime
import logging
import sys
import time

import boto.ec2
from boto.exception import EC2ResponseError

REGION = 'us-west-2'
MARK = 'nightly'

logger = logging.getLogger()
Stats = collections.Counter()


def connect(region=REGION):
    connection = boto.ec2.connect_to_region(region)
    if not connection:
        sys.exit('cannot connect to %s' % region)
    return connection


def watched_volumes(connection):
    """:type connection: boto.ec2.connection.EC2Connection"""
    volumes = connection.get_all_volumes(filters={'tag-key': 'Backup'})
    return sorted(volumes, key=lambda v: v.size)


def label(volume):
    return volume.tags.get('Name') or 'size %d' % volume.size


def backup(volume, number):
    text = '%s %s %02d' % (MARK, label(volume), number)
    snapshot = volume.create_snapshot(text)
    while snapshot.status != 'completed':
        time.sleep(0.01)
        snapshot.update()
    snapshot.add_tag('Source', volume.zone)
    Stats['created'] += 1
    logger.info('%s: %s %s GB, tags %s', snapshot.description, snapshot.progress, snapshot.volume_size,
                sorted(snapshot.tags.items()))
    return snapshot


def ours(snapshot):
    return snapshot.description.startswith(MARK)


def prune(connection, volume, dry=False):
    keep = int(volume.tags['Backup'])
    mine = [s for s in connection.get_all_snapshots(owner='self', filters={'volume_id': volume.id}) if ours(s)]
    mine.sort(key=lambda s: (s.start_time[:10], s.description), reverse=True)
    for snapshot in mine[keep:]:
        try:
            snapshot.delete(dry_run=dry)
            Stats['deleted'] += 1
            logger.info('deleted %s', snapshot.description)
        except EC2ResponseError as e:
            if e.error_code != 'DryRunOperation':
                raise
            Stats['would delete'] += 1
    return len(mine), max(0, len(mine) - keep)


def age(snapshot):
    made = datetime.datetime.strptime(snapshot.start_time, '%Y-%m-%dT%H:%M:%S.000Z')
    return datetime.datetime.utcnow() - made


def main():
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format='%(message)s')
    logging.getLogger('boto').setLevel(logging.CRITICAL)
    connection = connect()
    volumes = watched_volumes(connection)
    print([(label(v), v.size, v.status, v.tags['Backup']) for v in volumes])
    for n, volume in enumerate(volumes):
        backup(volume, 20 + n)
        print(label(volume), prune(connection, volume, dry=True), prune(connection, volume))
    print(dict(Stats))

    left = connection.get_all_snapshots(owner='self')
    by_volume = collections.defaultdict(list)
    for s in left:
        by_volume[s.volume_id].append(s)
    for v in sorted(connection.get_all_volumes(), key=lambda v: v.size):
        print('%-10s %s' % (label(v), sorted(s.description for s in by_volume.get(v.id, []))))
        print('           %d of them by filter, youngest fresh: %s' % (
            len(v.snapshots(owner='self')), min(age(s) for s in by_volume[v.id]) < datetime.timedelta(hours=1)))
    named = [s for s in left if 'Name' in s.tags]
    print('named: %s' % sorted((s.tags['Name'], s.description) for s in named))
    print('by tag: %d' % len(connection.get_all_snapshots(filters={'tag:Name': 'db-data', 'status': 'completed'})))
    new = connection.create_snapshot(volumes[0].id, 'd' * 300)
    print(len(new.description), new.tags, new.encrypted, new.owner_id == left[0].owner_id, new.update())
    restored = new.create_volume('us-west-2b', size=20, volume_type='gp2')
    print(restored.size, restored.zone, restored.type, restored.snapshot_id == new.id, restored.tags)
    print(connection.delete_snapshot(new.id), new.id in [s.id for s in connection.get_all_snapshots(owner=['self'])])
    try:
        connection.get_all_snapshots([new.id])
    except EC2ResponseError as e:
        print(e.status, e.error_code)


if __name__ == '__main__':
    main()
