from boto.ec2.connection import EC2Connection
from boto.s3.connection import S3Connection as Connection


class Store(Connection):
    pass


class Machines(EC2Connection):
    def count(self):
        return len(self.get_all_instances())


def names():
    return [bucket.name for bucket in Store("key", "secret").get_all_buckets()]
# ---- after ----
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.ec2.connection import EC2Connection
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.s3.connection import S3Connection as Connection


# TODO(boto3ify): subclass there is no class to inherit from on boto3; hold the object in an attribute instead, and ask that
class Store(Connection):
    pass


# TODO(boto3ify): subclass there is no class to inherit from on boto3; hold the object in an attribute instead, and ask that
class Machines(EC2Connection):
    def count(self):
        # TODO(boto3ify): subclass the class inherits this from boto 2; hold a boto3 client in an attribute instead and call that
        return len(self.get_all_instances())


def names():
    # TODO(boto3ify): subclass the class inherits this from boto 2; hold a boto3 client in an attribute instead and call that
    return [bucket for bucket in Store("key", "secret").get_all_buckets()]
