import mimetypes
import os
import posixpath
from io import BytesIO
from tempfile import SpooledTemporaryFile

try:
    from boto.s3.connection import S3Connection, SubdomainCallingFormat
    from boto.exception import S3ResponseError
    from boto.s3.key import Key
except ImportError:
    raise RuntimeError("Could not load Boto's S3 bindings.")


class Storage(object):
    connection_class = S3Connection
    connection_response_error = S3ResponseError
    headers = {}
    acl = 'public-read'
    location = ''

    def __init__(self, bucket_name, auto_create=False, **settings):
        self.bucket_name = bucket_name
        self.auto_create = auto_create
        for name, value in settings.items():
            if hasattr(self, name):
                setattr(self, name, value)
        self._connection = None
        self._bucket = None
        self._entries = {}

    @property
    def connection(self):
        if self._connection is None:
            self._connection = S3Connection('key', 'secret', calling_format=SubdomainCallingFormat())
        return self._connection

    @property
    def bucket(self):
        if self._bucket is None:
            self._bucket = self._get_or_create_bucket(self.bucket_name)
        return self._bucket

    def _get_or_create_bucket(self, name):
        try:
            return self.connection.get_bucket(name, validate=self.auto_create)
        except self.connection_response_error:
            if self.auto_create:
                bucket = self.connection.create_bucket(name)
                bucket.set_acl(self.acl)
                return bucket
            raise RuntimeError("Bucket %s does not exist." % name)

    def save(self, name, content):
        content_type = mimetypes.guess_type(name)[0] or 'application/octet-stream'
        headers = self.headers.copy()
        headers.update({'Content-Type': content_type})
        key = self.bucket.get_key(name)
        if not key:
            key = self.bucket.new_key(name)
        key.set_metadata('Content-Type', content_type)
        self._save_content(key, content, headers=headers)
        return name

    def _save_content(self, key, content, headers):
        content.seek(0, os.SEEK_SET)
        key.set_contents_from_file(content, headers=headers, policy=self.acl, rewind=True)

    def open(self, name):
        key = self.bucket.get_key(name)
        if not key:
            raise IOError('File does not exist: %s' % name)
        data = SpooledTemporaryFile()
        key.get_contents_to_file(data)
        data.seek(0)
        return data

    def delete(self, name):
        self.bucket.delete_key(name)

    def exists(self, name):
        k = self.bucket.new_key(name)
        return k.exists()

    def size(self, name):
        entry = self.bucket.get_key(name)
        return entry.size if entry else 0

    def listdir(self, name):
        if name and not name.endswith('/'):
            name += '/'
        dirlist = self.bucket.list(name)
        files = []
        dirs = set()
        base_parts = name.split("/")[:-1]
        for item in dirlist:
            parts = item.name.split("/")
            parts = parts[len(base_parts):]
            if len(parts) == 1:
                files.append(parts[0])
            elif len(parts) > 1:
                dirs.add(parts[0])
        return list(dirs), files

    def url(self, name):
        return self.connection.generate_url(300, method='GET', bucket=self.bucket.name, key=name, query_auth=False)
