# ==== a function gives what it returns
import boto
def connect():
    return boto.connect_s3()
connect().get_bucket("b")  #? connect(): s3.Connection

# ==== several returns
import boto
import boto.ec2
def connect(kind):
    if kind == "s3":
        return boto.connect_s3()
    return boto.connect_ec2()
connect("s3")  #? connect("s3"): ec2.Connection | s3.Connection

# ==== None or an object
import boto
def find(name):
    for bucket in boto.connect_s3().get_all_buckets():
        if bucket.name == name:
            return bucket
find("b")  #? find("b"): s3.Bucket | None

# ==== a generator
import boto
def buckets():
    for bucket in boto.connect_s3().get_all_buckets():
        yield bucket
for b in buckets():
    b.list()  #? b: s3.Bucket

# ==== a generator that delegates
import boto
def inner():
    yield boto.connect_s3().get_bucket("b")
def outer():
    yield from inner()
for b in outer():
    b.list()  #? b: s3.Bucket

# ==== a generator of tuples
import boto
def pairs():
    for region in ("a", "b"):
        yield region, boto.connect_ec2()
for region, conn in pairs():
    conn.get_all_volumes()  #? conn: ec2.Connection; region: str

# ==== next of a generator
import boto
def buckets():
    yield boto.connect_s3().get_bucket("b")
next(buckets()).list()  #? next(buckets()): s3.Bucket

# ==== a returned tuple is indexed
import boto
def make():
    conn = boto.connect_s3()
    return conn, conn.get_bucket("b")
(make()[1], make()[0])  #? make()[1]: s3.Bucket; make()[0]: s3.Connection

# ==== a returned dict
import boto
def make():
    return {"s3": boto.connect_s3(), "ec2": boto.connect_ec2()}
(make()["s3"], make()["ec2"])  #? make()["s3"]: s3.Connection; make()["ec2"]: ec2.Connection

# ==== a coroutine
import asyncio
import boto
async def connect():
    return boto.connect_s3()
async def main():
    conn = await connect()
    conn.get_bucket("b")  #? conn: s3.Connection

# ==== a property
import boto
class Store:
    @property
    def conn(self):
        return boto.connect_s3()
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection

# ==== a lazy property
import boto
class Store:
    _conn = None
    @property
    def conn(self):
        if self._conn is None:
            self._conn = boto.connect_s3()
        return self._conn
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection | None

# ==== a cached property of its own making
import boto
class lazy(object):
    def __init__(self, function):
        self.function = function
    def __get__(self, instance, owner):
        return self.function(instance)
class Store:
    @lazy
    def conn(self):
        return boto.connect_s3()
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection

# ==== property as a call
import boto
class Store:
    def _get(self):
        return boto.connect_s3()
    conn = property(_get)
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection

# ==== property as a lambda
import boto
class Store:
    conn = property(lambda self: boto.connect_s3())
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection

# ==== a context manager of its own
import boto
from contextlib import contextmanager
@contextmanager
def bucket(name):
    conn = boto.connect_s3()
    try:
        yield conn.get_bucket(name)
    finally:
        conn.close()
with bucket("b") as b:
    b.list()  #? b: s3.Bucket

# ==== a class that can be entered
import boto
class Session:
    def __enter__(self):
        self.conn = boto.connect_s3()
        return self.conn
    def __exit__(self, *problem):
        self.conn.close()
with Session() as conn:
    conn.get_bucket("b")  #? conn: s3.Connection

# ==== a class that can be called
import boto
class Factory:
    def __call__(self):
        return boto.connect_s3()
factory = Factory()
factory().get_bucket("b")  #? factory(): s3.Connection

# ==== a class that can be indexed and iterated
import boto
class Buckets:
    def __init__(self):
        self.conn = boto.connect_s3()
    def __getitem__(self, name):
        return self.conn.get_bucket(name)
    def __iter__(self):
        return iter(self.conn.get_all_buckets())
Buckets()["b"].list()  #? Buckets()["b"]: s3.Bucket
for b in Buckets():
    b.list()  #? b: s3.Bucket

# ==== a class that is its own iterator
import boto
class Buckets:
    def __init__(self):
        self.rest = list(boto.connect_s3().get_all_buckets())
    def __iter__(self):
        return self
    def __next__(self):
        if not self.rest:
            raise StopIteration
        return self.rest.pop()
for b in Buckets():
    b.list()  #? b: s3.Bucket

# ==== __getattr__ hands on to a connection
import boto
class Wrapper:
    def __init__(self):
        self._conn = boto.connect_s3()
    def __getattr__(self, name):
        return getattr(self._conn, name)
Wrapper()._conn.get_bucket("b")  #? Wrapper()._conn: s3.Connection
