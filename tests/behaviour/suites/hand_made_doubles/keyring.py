import os
import boto.ec2
from boto.exception import EC2ResponseError


class KeyRing(object):
    def __init__(self, connection):
        self.connection = connection

    def ensure(self, name, folder):
        pair = self.connection.get_key_pair(name)
        if pair is None:
            pair = self.connection.create_key_pair(name)
            pair.save(folder)
        return pair.name

    def names(self):
        return [p.name for p in self.connection.get_all_key_pairs()]

    def drop(self, name):
        try:
            return self.connection.delete_key_pair(name)
        except EC2ResponseError:
            return False


def main():
    ring = KeyRing(boto.ec2.connect_to_region('us-east-1'))
    print(ring.names())
