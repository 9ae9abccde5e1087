import mimetypes
import posixpath
from io import BytesIO

from boto.s3.connection import S3Connection, SubdomainCallingFormat
from boto.exception import S3ResponseError
from boto.s3.key import Key
from boto.utils import parse_ts

from .conf import settings


class ImproperlyConfigured(Exception):
    pass


class S3BotoStorage(object):
    """Keeps files in a bucket; connection and bucket are made when first needed."""

    connection_class = S3Connection
    connection_response_error = S3ResponseError

    def __init__(self, bucket=None, acl=None, **opts):
        self.bucket_name = bucket or settings.AWS_STORAGE_BUCKET_NAME
        self.auto_create = opts.get('auto_create', settings.AWS_AUTO_CREATE_BUCKET)
        self.acl = acl or settings.AWS_DEFAULT_ACL
        self.location = opts.get('location', settings.AWS_LOCATION).strip('/')
        self.overwrite = opts.get('overwrite', settings.AWS_S3_FILE_OVERWRITE)
        self._connection = None
        self._bucket = None
        self._entries = {}

    @property
    def connection(self):
        if self._connection is None:
            self._connection = self.connection_class(calling_format=SubdomainCallingFormat())
        return self._connection

    @property
    def bucket(self):
        if self._bucket is None:
            self._bucket = self._get_or_create_bucket(self.bucket_name)
        return self._bucket

    @property
    def entries(self):
        if not self._entries:
            self._entries = dict((e.key, e) for e in self.bucket.list(prefix=self.location))
        return self._entries

    def _get_or_create_bucket(self, name):
        try:
            return self.connection.get_bucket(name, validate=True)
        except self.connection_response_error as e:
            if self.auto_create:
                print('creating %s after %s %s' % (name, e.status, e.error_code))
                bucket = self.connection.create_bucket(name)
                bucket.set_acl(self.acl)
                return bucket
            raise ImproperlyConfigured("Bucket %s does not exist." % name)

    def _name(self, name):
        return posixpath.normpath(posixpath.join(self.location, name)).lstrip('/')

    def open(self, name, mode='rb'):
        key = self.bucket.get_key(self._name(name))
        if key is None and mode == 'rb':
            raise IOError('File does not exist: %s' % name)
        return S3BotoStorageFile(name, mode, self, key)

    def save(self, name, content, content_type=None):
        if not self.overwrite:
            stem, ext = posixpath.splitext(name)
            n = 0
            while self.exists(name):
                n += 1
                name = '%s_%d%s' % (stem, n, ext)
        headers = dict(settings.AWS_HEADERS)
        headers['Content-Type'] = content_type or mimetypes.guess_type(name)[0] or Key.DefaultContentType
        key = self.bucket.get_key(self._name(name))
        if not key:
            key = self.bucket.new_key(self._name(name))
        content.seek(0)
        key.set_contents_from_file(content, headers=headers, policy=self.acl, rewind=True)
        return name

    def delete(self, name):
        self.bucket.delete_key(self._name(name))

    def exists(self, name):
        k = self.bucket.new_key(self._name(name))
        return k.exists()

    def listdir(self, path):
        prefix = self._name(path)
        prefix = prefix + '/' if prefix and not prefix.endswith('/') else prefix
        dirs, files = set(), []
        for item in self.bucket.list(prefix):
            parts = item.name[len(prefix):].split('/')
            if len(parts) == 1:
                files.append(parts[0])
            else:
                dirs.add(parts[0])
        return sorted(dirs), files

    def size(self, name):
        entry = self.entries.get(self._name(name))
        if entry:
            return entry.size
        return 0

    def modified_time(self, name):
        entry = self.bucket.get_key(self._name(name))
        return parse_ts(entry.last_modified)

    def url(self, name):
        return self.connection.generate_url(
            300, method='GET', bucket=self.bucket.name, key=self._name(name),
            query_auth=settings.AWS_QUERYSTRING_AUTH)


class S3BotoStorageFile(object):
    def __init__(self, name, mode, storage, key):
        self.name = name
        self._mode = mode
        self._storage = storage
        self.key = key or storage.bucket.new_key(storage._name(name))
        self._is_dirty = False
        self._file = None

    @property
    def size(self):
        return self.key.size

    def _get_file(self):
        if self._file is None:
            self._file = BytesIO()
            if 'r' in self._mode:
                self._is_dirty = False
                self.key.get_contents_to_file(self._file)
                self._file.seek(0)
        return self._file

    def read(self, *args):
        return self._get_file().read(*args)

    def write(self, data):
        self._is_dirty = True
        return self._get_file().write(data)

    def close(self):
        if self._is_dirty:
            self._file.seek(0)
            self.key.set_contents_from_file(self._file, policy=self._storage.acl)
            self._is_dirty = False
