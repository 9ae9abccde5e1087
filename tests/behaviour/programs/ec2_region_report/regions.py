"""Region helpers; conn() remembers, unknown regions give None."""
import boto.ec2
from boto.ec2.regioninfo import RegionInfo, EC2RegionInfo

_cache = {}


def conn(region='us-east-1', **kw):
    if isinstance(region, RegionInfo):
        region = region.name
    if region not in _cache:
        _cache[region] = boto.ec2.connect_to_region(region, **kw)
    return _cache[region]


def known():
    return sorted(r.name for r in boto.ec2.regions())


def by_name(name):
    return boto.ec2.get_region(name)


def home(zone):
    """the region of an availability zone"""
    return zone[:-1]


def elsewhere(endpoint='ec2.eu-west-1.amazonaws.com'):
    return EC2RegionInfo(name='eu-west-1', endpoint=endpoint)
