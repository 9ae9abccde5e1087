import json

import boto
import boto.ec2


class lazy(object):
    """property that computes once"""

    def __init__(self, fn):
        self.fn = fn

    def __get__(self, obj, cls):
        if obj is None:
            return self
        value = obj.__dict__[self.fn.__name__] = self.fn(obj)
        return value


class Context(object):
    def __init__(self, path):
        with open(path) as fp:
            self.conf = json.load(fp)
        self.state = {}

    def __getitem__(self, name):
        return self.conf[name]

    @lazy
    def s3(self):
        return boto.connect_s3()

    @lazy
    def ec2(self):
        return boto.ec2.connect_to_region(self['region'])

    @lazy
    def bucket(self):
        return self.s3.lookup(self['bucket']) or self.s3.create_bucket(self['bucket'])

    def remember(self, **things):
        self.state.update(things)
        return self
