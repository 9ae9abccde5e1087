import contextlib
import os
import threading

import boto
from boto.ec2 import regions, get_region, EC2Connection
from boto.vpc import VPCConnection

_local = threading.local()
DEFAULT_REGION = os.environ.get('OPS_REGION', 'us-west-2')


def connect(region=None, kind='ec2'):
    """A connection of this thread for a region."""
    name = region or getattr(_local, 'region', DEFAULT_REGION)
    cache = _local.__dict__.setdefault('connections', {})
    try:
        return cache[kind, name]
    except KeyError:
        cls = {'ec2': EC2Connection, 'vpc': VPCConnection}[kind]
        conn = cache[kind, name] = cls(region=get_region(name))
        return conn


@contextlib.contextmanager
def using_region(name):
    before = getattr(_local, 'region', DEFAULT_REGION)
    if name not in [r.name for r in regions()]:
        raise ValueError('no region %s' % name)
    _local.region = name
    try:
        yield connect()
    finally:
        _local.region = before
