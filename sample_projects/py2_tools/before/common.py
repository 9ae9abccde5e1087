import ConfigParser
import os
import sys

import boto
import boto.ec2

HERE = os.path.dirname(os.path.abspath(__file__))


class ReleaseError(StandardError):
	pass


def read_config():
	parser = ConfigParser.RawConfigParser()
	if not parser.read(os.path.join(HERE, 'release.cfg')):
		raise ReleaseError, 'no release.cfg'
	config = {}
	for section in parser.sections():
		for name, value in parser.items(section):
			config['%s.%s' % (section, name)] = value
	return config


def s3():
	return boto.connect_s3()


def ec2(config):
	conn = boto.ec2.connect_to_region(config['ec2.region'])
	if conn is None:
		raise ReleaseError, 'no region ' + `config['ec2.region']`
	return conn


def complain(text):
	print >>sys.stderr, 'release:', text
