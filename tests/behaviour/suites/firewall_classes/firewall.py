"""Keeps security groups as a description says."""
import boto.ec2
from boto.exception import EC2ResponseError


def connect(region='us-east-1', **kwargs):
    return boto.ec2.connect_to_region(region, **kwargs)


def rules_of(group):
    result = set()
    for rule in group.rules:
        for grant in rule.grants:
            result.add((rule.ip_protocol, rule.from_port, rule.to_port, grant.cidr_ip or grant.group_id))
    return result


def find(conn, name):
    for group in conn.get_all_security_groups():
        if group.name == name:
            return group
    return None


def sync(conn, name, wanted, description='made by firewall'):
    group = find(conn, name)
    if group is None:
        group = conn.create_security_group(name, description)
    have = rules_of(group)
    added = removed = 0
    for proto, low, high, cidr in wanted:
        if (proto, str(low), str(high), cidr) not in have:
            conn.authorize_security_group(group_id=group.id, ip_protocol=proto, from_port=low, to_port=high, cidr_ip=cidr)
            added += 1
    for proto, low, high, cidr in have:
        if (proto, int(low), int(high), cidr) not in wanted:
            group.revoke(proto, low, high, cidr)
            removed += 1
    return added, removed


def drop(conn, name):
    try:
        conn.delete_security_group(name)
    except EC2ResponseError as error:
        if error.error_code == 'InvalidGroup.NotFound':
            return False
        raise
    return True
