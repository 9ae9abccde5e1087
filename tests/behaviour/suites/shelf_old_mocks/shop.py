import boto
from boto.s3.connection import S3Connection
from boto.exception import S3ResponseError


class Shelf(object):
    def __init__(self, name):
        self.conn = S3Connection('k', 's')
        self.name = name

    @property
    def bucket(self):
        return self.conn.lookup(self.name) or self.conn.create_bucket(self.name)

    def put(self, title, text, **meta):
        key = self.bucket.new_key(title)
        for name, value in meta.items():
            key.set_metadata(name, value)
        return key.set_contents_from_string(text)

    def get(self, title):
        key = self.bucket.get_key(title)
        return key and key.get_contents_as_string().decode('utf-8')

    def author(self, title):
        return self.bucket.get_key(title).get_metadata('author')

    def titles(self, prefix=''):
        return [k.name for k in self.bucket.list(prefix=prefix)]

    def drop(self):
        for key in self.bucket.list():
            key.delete()
        self.conn.delete_bucket(self.name)
