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


def _region_names(service):
    """The names of all regions where a service is, in the partitions that boto 2 listed."""
    session = boto3.session.Session()
    partitions = ("aws", "aws-cn", "aws-us-gov")
    return [name for partition in partitions for name in session.get_available_regions(service, partition)]


def _connect_to_region(service, region_name, **options):
    """A client for a region; None when there is no such region, as in boto 2."""
    if region_name not in _region_names(service):
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
