import boto
from boto.s3.key import Key


def save(bucket_name, name, data):
    key = Key(boto.connect_s3().get_bucket(bucket_name), name)
    key.set_contents_from_string(data)
    return key.name
