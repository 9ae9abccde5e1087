"""Where records go. Sinks inherit from one base; the S3 ones hold a bucket or a whole connection."""
import abc
import io
from contextlib import closing

from boto.s3.connection import S3Connection


class Sink(object):
    __metaclass__ = abc.ABCMeta
    registry = {}
    scheme = None

    @classmethod
    def register(cls, klass):
        cls.registry[klass.scheme] = klass
        return klass

    @classmethod
    def open(cls, url, **kwargs):
        scheme, _, rest = url.partition('://')
        return cls.registry[scheme](rest, **kwargs)

    def write(self, line):
        raise NotImplementedError

    def flush(self):
        pass


@Sink.register
class MemorySink(Sink):
    scheme = 'mem'

    def __init__(self, where):
        self.where, self.lines = where, []

    def write(self, line):
        self.lines.append(line)


class S3Base(Sink):
    """Shares one connection between all sinks of the class."""
    conn = None
    written = 0

    def __init__(self, where, bucket=None):
        name, _, self.path = where.partition('/')
        self._bucket = bucket
        self.bucket_name = name

    @property
    def bucket(self):
        if self._bucket is None:
            if S3Base.conn is None:
                S3Base.conn = S3Connection()
            self._bucket = S3Base.conn.lookup(self.bucket_name)
            if self._bucket is None:
                self._bucket = S3Base.conn.create_bucket(self.bucket_name)
        return self._bucket

    def _key(self, name=None):
        return self.bucket.get_key(name or self.path) or self.bucket.new_key(name or self.path)


@Sink.register
class AppendSink(S3Base):
    """Reads the whole object and writes it again, longer."""
    scheme = 's3append'

    def write(self, line):
        key = self._key()
        old = key.get_contents_as_string() if key.exists() else b''
        n = key.set_contents_from_string(old + line.encode('utf-8') + b'\n', headers={'Content-Type': 'text/plain'})
        S3Base.written += n


@Sink.register
class RotatingSink(S3Base):
    scheme = 's3'
    limit = 3

    def __init__(self, *args, **kwargs):
        super(RotatingSink, self).__init__(*args, **kwargs)
        self.buffer = io.BytesIO()
        self.pending = self.number = 0

    def write(self, line):
        self.buffer.write((line + '\n').encode('utf-8'))
        self.pending += 1
        if self.pending >= self.limit:
            self.flush()

    def flush(self):
        if not self.pending:
            return None
        self.buffer.seek(0)
        key = self.bucket.new_key('%s-%05d.log' % (self.path, self.number))
        key.set_metadata('lines', str(self.pending))
        sent = key.set_contents_from_file(self.buffer)
        self.number += 1
        self.pending, self.buffer = 0, io.BytesIO()
        return sent

    def replay(self):
        for key in self.bucket.list(self.path + '-'):
            with closing(self.bucket.get_key(key.name)) as k:
                for line in k.read().decode('utf-8').splitlines():
                    yield key.name, k.get_metadata('lines'), line
