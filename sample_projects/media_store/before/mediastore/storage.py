"""The library itself."""
import mimetypes
import os

from boto.exception import S3ResponseError
from boto.s3.key import Key

from mediastore import preview
from mediastore.asset import Asset
from mediastore.connection import get_connection
from mediastore.errors import MediaExists, MediaNotFound, translate


class Storage(object):
    key_class = Key

    def __init__(self, bucket_name, prefix='library/', region=None, create=False):
        self.bucket_name = bucket_name
        self.prefix = prefix
        self.region = region
        self.create = create
        self._connection = None
        self._bucket = None

    @property
    def connection(self):
        if self._connection is None:
            self._connection = get_connection(self.region)
        return self._connection

    @property
    def bucket(self):
        if self._bucket is None:
            self._bucket = self._get_or_create_bucket(self.bucket_name)
        return self._bucket

    def _get_or_create_bucket(self, name):
        try:
            return self.connection.get_bucket(name, validate=True)
        except S3ResponseError as e:
            if self.create and e.status == 404:
                bucket = self.connection.create_bucket(name, location=self.region or '')
                bucket.configure_versioning(True)
                return bucket
            raise translate(e, name)

    def _key(self, name):
        return self.bucket.get_key(self.prefix + name)

    def exists(self, name):
        return self._key(name) is not None

    def get(self, name):
        key = self._key(name)
        if key is None:
            raise MediaNotFound(name)
        return Asset(key, self.prefix)

    def save(self, path, name=None, title=None, replace=False):
        name = name or os.path.basename(path)
        if not replace and self.exists(name):
            raise MediaExists(name)
        key = self.key_class(self.bucket, self.prefix + name)
        if title:
            key.set_metadata('title', title)
        content_type = mimetypes.guess_type(name)[0] or self.key_class.DefaultContentType
        with open(path, 'rb') as f:
            try:
                key.set_contents_from_file(f, headers={'Content-Type': content_type}, rewind=True)
            except S3ResponseError as e:
                raise translate(e, name)
        preview.make_preview(key)
        return Asset(key, self.prefix)

    def assets(self, start=''):
        """All assets whose names begin with START."""
        for key in self.bucket.list(prefix=self.prefix + start):
            yield Asset(key, self.prefix)

    def folders(self):
        return [p.name for p in self.bucket.list(prefix=self.prefix, delimiter='/') if p.name.endswith('/')]

    def remove(self, name):
        asset = self.get(name)
        had_preview = preview.drop_preview(asset.key)
        asset.delete()
        return had_preview

    def usage(self):
        sizes = [asset.size for asset in self.assets()]
        return len(sizes), sum(sizes)
