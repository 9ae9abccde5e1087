import boto
import boto.ec2
from boto.s3.connection import S3Connection


class Settings(object):
    def __init__(self, key=None, secret=None, region='us-east-1'):
        self.key, self.secret, self.region = key, secret, region


def storage(settings):
    return S3Connection(settings.key, settings.secret)


def default_storage():
    return boto.connect_s3()


def compute(settings):
    return boto.ec2.connect_to_region(
        settings.region, aws_access_key_id=settings.key, aws_secret_access_key=settings.secret)


def instance_ids(settings):
    return [i.id for r in compute(settings).get_all_instances() for i in r.instances]


def names(bucket):
    return [key.name for key in bucket.list()]


def describe(bucket, label=None):
    return 'bucket %s' % (label or bucket)
