from .connect import vpc_connection

GETTERS = {
    'subnet': 'get_all_subnets',
    'table': 'get_all_route_tables',
    'gateway': 'get_all_internet_gateways',
    'group': 'get_all_security_groups',
}


class NotExactlyOne(LookupError):
    def __init__(self, kind, found):
        LookupError.__init__(self, '%d of kind %s' % (len(found), kind))
        self.found = found


def _filters(name=None, vpc=None, extra=None):
    filters = dict(extra or {})
    if name:
        filters['tag:Name'] = name
    if vpc:
        filters['vpc-id'] = getattr(vpc, 'id', vpc)
    return filters


def find_one(kind, name=None, vpc=None, conn=None, **extra):
    conn = conn or vpc_connection()
    found = getattr(conn, GETTERS[kind])(filters=_filters(name, vpc, extra))
    if len(found) != 1:
        raise NotExactlyOne(kind, found)
    return found[0]


def find_subnets(tier, conn=None, best_first=True):
    conn = conn or vpc_connection()
    subnets = conn.get_all_subnets(filters=[('tag:tier', tier), ('state', 'available')])
    subnets.sort(key=lambda s: s.available_ip_address_count, reverse=best_first)
    return subnets


def group_in(vpc_id, name, conn=None):
    for group in (conn or vpc_connection()).get_all_security_groups():
        if group.name == name and group.vpc_id == vpc_id:
            return group
    return None
