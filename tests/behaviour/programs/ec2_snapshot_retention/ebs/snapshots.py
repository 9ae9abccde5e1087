import time

from boto.exception import EC2ResponseError

from . import MARK, Stats, logger


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
