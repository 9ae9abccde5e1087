"""Stops what nobody needs at night."""
import boto.ec2


def connect(region):
    return boto.ec2.connect_to_region(region)


def candidates(conn):
    found = []
    for reservation in conn.get_all_instances(filters={'instance-state-name': 'running'}):
        found.extend(i for i in reservation.instances if 'keep' not in i.tags)
    return found


def stop_all(region, dry_run=False):
    conn = connect(region)
    ids = [instance.id for instance in candidates(conn)]
    if not ids:
        return 0
    conn.stop_instances(instance_ids=ids, dry_run=dry_run)
    return len(ids)
