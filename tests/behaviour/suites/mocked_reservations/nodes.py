import boto.ec2


def running(region, role):
    conn = boto.ec2.connect_to_region(region)
    found = []
    for reservation in conn.get_all_instances(filters={'tag:Role': role}):
        for instance in reservation.instances:
            if instance.state == 'running':
                found.append((instance.id, instance.private_ip_address, instance.tags.get('Name')))
    return sorted(found)


def stop(conn, ids):
    return [i.id for i in conn.stop_instances(instance_ids=ids)]
