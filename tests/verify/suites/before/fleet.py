import time

import boto.ec2
from boto.exception import EC2ResponseError

TAG = 'role'


def connect(region='us-west-2'):
    return boto.ec2.connect_to_region(region)


def launch(conn, ami, count, role):
    res = conn.run_instances(ami, min_count=count, max_count=count, instance_type='m1.small')
    for i in res.instances:
        i.add_tag(TAG, role)
    return [i.id for i in res.instances]


def by_role(conn, role):
    found = []
    for r in conn.get_all_instances(filters={'tag:' + TAG: role}):
        for i in r.instances:
            if i.state not in ('terminated', 'shutting-down'):
                found.append(i)
    return found


def stop_role(conn, role):
    ids = [i.id for i in by_role(conn, role)]
    if ids:
        conn.stop_instances(instance_ids=ids)
    return len(ids)


def kill(conn, instance_id):
    try:
        return [i.id for i in conn.terminate_instances([instance_id])]
    except EC2ResponseError as e:
        if e.error_code == 'InvalidInstanceID.NotFound':
            return []
        raise


def open_port(conn, name, port):
    group = None
    for g in conn.get_all_security_groups():
        if g.name == name:
            group = g
    if group is None:
        group = conn.create_security_group(name, 'made by fleet')
    group.authorize('tcp', port, port, '0.0.0.0/0')
    return group
