"""EBS backups by tag: snapshots inherit the volume's name, old ones go, progress is polled, dry runs are possible."""
import collections
import datetime
import logging
import sys

from boto.exception import EC2ResponseError

from ebs import Stats, snapshots, volumes as ebs_volumes
from ebs.snapshots import backup, label, prune


def age(snapshot):
    made = datetime.datetime.strptime(snapshot.start_time, '%Y-%m-%dT%H:%M:%S.000Z')
    return datetime.datetime.utcnow() - made


def main():
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format='%(message)s')
    logging.getLogger('boto').setLevel(logging.CRITICAL)
    connection = ebs_volumes.connect()
    volumes = ebs_volumes.watched_volumes(connection)
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
    print(len([s for s in left if snapshots.ours(s)]))
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
