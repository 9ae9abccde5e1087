import time

from boto.exception import BotoServerError, EC2ResponseError

from awsops.connection import connect

__all__ = ['Timeout', 'all_instances', 'ensure_group', 'launch', 'peer', 'tagged', 'wait_until']


class Timeout(Exception):
    pass


def wait_until(obj, states, attr='state', tries=10):
    if not isinstance(states, (list, tuple)):
        states = [states]
    for _ in range(tries):
        obj.update()
        if getattr(obj, attr) in states:
            return obj
        time.sleep(0)
    raise Timeout('%s did not reach %s' % (obj.id, '/'.join(states)))


def ensure_group(name, *rules, **kwargs):
    conn = connect()
    vpc_id = kwargs.pop('vpc_id', None)
    try:
        group = conn.create_security_group(name, kwargs.get('description', name), vpc_id)
    except BotoServerError as e:
        if e.error_code != 'InvalidGroup.Duplicate':
            raise
        filters = {'group-name': name}
        if vpc_id:
            filters['vpc-id'] = vpc_id
        group = conn.get_all_security_groups(filters=filters)[0]
    for rule in rules:
        protocol, _, ports = rule.partition('/')
        low, _, high = ports.partition('-')
        try:
            group.authorize(ip_protocol=protocol, from_port=int(low), to_port=int(high or low), cidr_ip=kwargs.get('cidr', '10.0.0.0/8'))
        except EC2ResponseError as e:
            assert e.error_code == 'InvalidPermission.Duplicate', e
    return group


def all_instances(**filters):
    wanted = {}
    for key, value in filters.items():
        if key.startswith('tag_'):
            key = 'tag:' + key[4:]
        wanted[key.replace('_', '-')] = value
    out = []
    for res in connect().get_all_reservations(filters=wanted or None):
        out += res.instances
    return out


def launch(image, groups, **params):
    params.setdefault('instance_type', 'm3.medium')
    tags = params.pop('tags', {})
    conn = connect()
    res = conn.run_instances(image_id=image, security_group_ids=[g.id for g in groups], **params)
    for inst in res.instances:
        if tags:
            inst.add_tags(tags)
        yield wait_until(inst, 'running')


def tagged(key, value=None):
    filters = {'tag-key': key}
    if value is not None:
        filters = {'tag:%s' % key: value}
    for tag in connect().get_all_tags(filters={'key': key} if value is None else {'key': key, 'value': value}):
        yield tag.res_type, tag.value


def peer(left, right):
    vpc = connect(kind='vpc')
    pcx = vpc.create_vpc_peering_connection(left.id, right.id)
    print(pcx.status_code, pcx.requester_vpc_info.cidr_block, pcx.accepter_vpc_info.vpc_id == right.id)
    accepted = vpc.accept_vpc_peering_connection(pcx.id)
    for a, b in ((left, right), (right, left)):
        table = vpc.get_all_route_tables(filters={'vpc-id': a.id, 'association.main': 'true'})[0]
        vpc.create_route(route_table_id=table.id, destination_cidr_block=b.cidr_block, vpc_peering_connection_id=pcx.id)
    return vpc.get_all_vpc_peering_connections([pcx.id])[0]
