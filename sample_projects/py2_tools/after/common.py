import configparser
import os
import sys

import boto3
from botocore.config import Config

EC2_CONFIG = Config(
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)
S3_CONFIG = EC2_CONFIG.merge(Config(signature_version="s3v4"))


def _regions(service):
    """Every region of a service, as dicts like those of describe_regions."""
    session = boto3.session.Session()
    names = [
        name
        for partition in session.get_available_partitions()
        for name in session.get_available_regions(service, partition)
    ]
    return [{"RegionName": name, "Endpoint": _region_host(service, name)} for name in names]


def _region_host(service, name):
    """The host name that boto 2 had for a service in a region."""
    suffix = ".cn" if name.startswith("cn-") else ""
    return "%s.%s.amazonaws.com%s" % (service, name, suffix)


def _region(service, name):
    """A region by name, as a dict; None when there is no such region."""
    return next((region for region in _regions(service) if region["RegionName"] == name), None)


def _connect_to_region(service, region_name, **options):
    """A client for a region; None when there is no such region, as in boto 2."""
    if _region(service, region_name) is None:
        return None
    return boto3.client(service, region_name=region_name, **options)


HERE = os.path.dirname(os.path.abspath(__file__))


class ReleaseError(Exception):
	pass


def read_config():
	parser = configparser.RawConfigParser()
	if not parser.read(os.path.join(HERE, 'release.cfg')):
		raise ReleaseError('no release.cfg')
	config = {}
	for section in parser.sections():
		for name, value in parser.items(section):
			config['%s.%s' % (section, name)] = value
	return config


def s3():
	return boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)


def ec2(config):
	conn = _connect_to_region("ec2", config['ec2.region'], config=EC2_CONFIG)
	if conn is None:
		raise ReleaseError('no region ' + repr(config['ec2.region']))
	return conn


def complain(text):
	print('release:', text, file=sys.stderr)
