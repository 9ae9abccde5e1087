"""A storage backend of a web framework: lazy connection, bucket made on demand, headers by type, files as objects."""
import mimetypes
import posixpath

from boto.exception import S3ResponseError
from boto.s3.connection import S3Connection, SubdomainCallingFormat
from boto.s3.key import Key as S3Key


class StorageFile(object):
    def __init__(self, name, storage, mode):
        self.name, self.storage, self.mode = name, storage, mode
        self.key = storage.bucket.get_key(storage.encoded(name))
        if not self.key and 'w' in mode:
            self.key = storage.bucket.new_key(storage.encoded(name))
        self.chunks = []

    @property
    def size(self):
        return self.key.size

    def read(self):
        return self.key.get_contents_as_string()

    def write(self, data):
        self.chunks.append(data)

    def close(self):
        if 'w' in self.mode:
            headers = dict(self.storage.headers)
            headers['Content-Type'] = mimetypes.guess_type(self.name)[0] or 'application/octet-stream'
            self.key.set_contents_from_string(b''.join(self.chunks), headers=headers, policy=self.storage.acl)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class Storage(object):
    acl = 'public-read'
    headers = {'Cache-Control': 'max-age=3600'}
    _connection = None
    _bucket = None

    def __init__(self, bucket_name, location='media'):
        self.bucket_name, self.location = bucket_name, location

    @property
    def connection(self):
        if self._connection is None:
            self._connection = S3Connection(calling_format=SubdomainCallingFormat())
        return self._connection

    @property
    def bucket(self):
        if self._bucket is None:
            try:
                self._bucket = self.connection.get_bucket(self.bucket_name)
            except S3ResponseError:
                self._bucket = self.connection.create_bucket(self.bucket_name)
        return self._bucket

    def encoded(self, name):
        return posixpath.join(self.location, name)

    def open(self, name, mode='rb'):
        return StorageFile(name, self, mode)

    def exists(self, name):
        return self.bucket.new_key(self.encoded(name)).exists()

    def delete(self, name):
        self.bucket.delete_key(self.encoded(name))

    def size(self, name):
        entry = self.bucket.get_key(self.encoded(name))
        return entry.size if entry else 0

    def listdir(self, name):
        path = self.encoded(name)
        if path and not path.endswith('/'):
            path += '/'
        dirs, files = set(), []
        for item in self.bucket.list(path):
            rest = item.name[len(path):].split('/')
            if len(rest) == 1:
                files.append(rest[0])
            else:
                dirs.add(rest[0])
        return sorted(dirs), files

    def url(self, name, expire=300):
        return self.connection.generate_url(expire, 'GET', bucket=self.bucket.name, key=self.encoded(name))

    def raw(self, name):
        return S3Key(self.bucket, self.encoded(name))
