import boto


class memoized(object):
    def __init__(self, function):
        self.function = function
        self.name = "_" + function.__name__

    def __get__(self, instance, owner):
        if not hasattr(instance, self.name):
            setattr(instance, self.name, self.function(instance))
        return getattr(instance, self.name)


class Store(object):
    @memoized
    def connection(self):
        return boto.connect_s3()

    @memoized
    def bucket(self):
        return self.connection.get_bucket("b")

    def names(self):
        return [key.name for key in self.bucket.list()]
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _keys

class memoized(object):
    def __init__(self, function):
        self.function = function
        self.name = "_" + function.__name__

    def __get__(self, instance, owner):
        if not hasattr(instance, self.name):
            setattr(instance, self.name, self.function(instance))
        return getattr(instance, self.name)


class Store(object):
    @memoized
    def connection(self):
        return boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)

    @memoized
    def bucket(self):
        return _get_bucket(self.connection, "b")

    def names(self):
        return [key["Key"] for key in _keys(self.connection, self.bucket)]
