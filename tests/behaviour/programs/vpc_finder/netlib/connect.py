import boto.vpc

DEFAULT_REGION = 'eu-west-1'
_connections = {}


def vpc_connection(region=None, connections=_connections):
    region = region or DEFAULT_REGION
    try:
        return connections[region]
    except KeyError:
        conn = connections[region] = boto.vpc.connect_to_region(region)
        return conn
