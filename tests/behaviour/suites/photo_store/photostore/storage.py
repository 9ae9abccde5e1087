import logging
import os

import boto
from boto.exception import S3ResponseError, S3CreateError
from boto.s3.key import Key

log = logging.getLogger(__name__)


class PhotoStore(object):
    """Stores photos in a bucket."""

    def __init__(self, bucket_name, access_key=None, secret_key=None):
        self.conn = boto.connect_s3(access_key, secret_key)
        self.bucket_name = bucket_name
        self._bucket = None

    @property
    def bucket(self):
        if self._bucket is None:
            try:
                self._bucket = self.conn.get_bucket(self.bucket_name)
            except S3ResponseError as e:
                if e.status == 404:
                    self._bucket = self.conn.create_bucket(self.bucket_name)
                else:
                    raise
        return self._bucket

    def save(self, name, data, content_type='image/jpeg'):
        k = Key(self.bucket)
        k.key = name
        k.set_metadata('Content-Type', content_type)
        k.set_contents_from_string(data)
        return k.key

    def load(self, name):
        k = self.bucket.get_key(name)
        if k is None:
            raise KeyError(name)
        return k.get_contents_as_string()

    def names(self, prefix=''):
        return [k.name for k in self.bucket.list(prefix=prefix)]

    def remove(self, name):
        self.bucket.delete_key(name)

    def size(self, name):
        return self.bucket.lookup(name).size
