# ==== an attribute set in __init__ is read elsewhere
import boto
class Store:
    def __init__(self):
        self.conn = boto.connect_s3()
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection
Store().bucket().list()  #? Store().bucket(): s3.Bucket

# ==== an attribute set in one method is read in another
import boto
class Store:
    def __init__(self):
        self.bucket = None
    def connect(self):
        self.bucket = boto.connect_s3().get_bucket("b")
    def keys(self):
        return self.bucket.list()  #? self.bucket: s3.Bucket | None

# ==== an attribute set from outside
import boto
class Task:
    pass
task = Task()
task.conn = boto.connect_ec2()
def run(task):
    task.conn.get_all_volumes()  #? task.conn: ec2.Connection
run(task)

# ==== an attribute of an attribute
import boto
class Context:
    def __init__(self):
        self.ec2 = boto.connect_ec2()
class Command:
    def __init__(self, ctx):
        self.ctx = ctx
    def run(self):
        self.ctx.ec2.get_all_volumes()  #? self.ctx.ec2: ec2.Connection
Command(Context()).run()

# ==== an inherited attribute
import boto
class Base:
    def __init__(self):
        self.conn = boto.connect_ec2()
class Child(Base):
    def run(self):
        self.conn.get_all_volumes()  #? self.conn: ec2.Connection

# ==== a child sets what the base reads
import boto
class Base:
    conn = None
    def run(self):
        self.conn.get_all_volumes()  #? self.conn: ec2.Connection | None
class Child(Base):
    def __init__(self):
        self.conn = boto.connect_ec2()

# ==== an abstract method is implemented by children
import boto
class Base:
    def connect(self):
        raise NotImplementedError
    def run(self):
        self.connect().get_all_volumes()  #? self.connect(): ec2.Connection
class Child(Base):
    def connect(self):
        return boto.connect_ec2()
Child().run()

# ==== an abstract property is implemented by children
import boto
class Base:
    @property
    def conn(self):
        raise NotImplementedError()
    def run(self):
        self.conn.get_all_volumes()  #? self.conn: ec2.Connection
class Child(Base):
    @property
    def conn(self):
        return boto.connect_ec2()

# ==== a class attribute holds a connection
import boto
class Store:
    conn = boto.connect_s3()
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection
    @classmethod
    def other(cls):
        return cls.conn.get_bucket("c")  #? cls.conn: s3.Connection
Store.conn.get_bucket("d")  #? Store.conn: s3.Connection

# ==== a class attribute holds a class
import boto
from boto.s3.connection import S3Connection
class Storage:
    connection_class = S3Connection
    def connect(self):
        self._connection = self.connection_class("id", "secret")
        self._connection.get_bucket("b")  #? self._connection: s3.Connection

# ==== a class attribute holds a function
import boto
class Storage:
    factory = staticmethod(boto.connect_ec2)
    def volumes(self):
        return self.factory().get_all_volumes()  #? self.factory(): ec2.Connection

# ==== super
import boto
class Base:
    def connect(self):
        return boto.connect_s3()
class Child(Base):
    def connect(self):
        conn = super().connect()
        conn.get_bucket("b")  #? conn: s3.Connection
        return conn
class Old(Base):
    def connect(self):
        return super(Old, self).connect()
Old().connect().get_bucket("b")  #? Old().connect(): s3.Connection

# ==== a base's initialiser is called by name
import boto
class Base:
    def __init__(self, conn):
        self.conn = conn
class Child(Base):
    def __init__(self):
        Base.__init__(self, boto.connect_s3())
    def run(self):
        self.conn.get_bucket("b")  #? self.conn: s3.Connection

# ==== a mixin reads what another base sets
import boto
class Mixin:
    def volumes(self):
        return self.conn.get_all_volumes()  #? self.conn: ec2.Connection
class Base:
    def __init__(self):
        self.conn = boto.connect_ec2()
class Command(Mixin, Base):
    pass
Command().volumes()

# ==== setattr with a constant name
import boto
class Store:
    def __init__(self):
        setattr(self, "conn", boto.connect_s3())
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection

# ==== getattr with a constant name
import boto
class Store:
    def __init__(self):
        self.conn = boto.connect_s3()
def use(store):
    getattr(store, "conn").get_bucket("b")  #? getattr(store, "conn"): s3.Connection
    getattr(store, "bucket", None)  #? getattr(store, "bucket", None): None
use(Store())

# ==== attributes filled through __dict__
import boto
class Store:
    def __init__(self, **kw):
        self.__dict__.update(kw)
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection
Store(conn=boto.connect_s3())

# ==== a container as an attribute
import boto
class Pool:
    def __init__(self):
        self.by_region = {}
    def get(self, region):
        if region not in self.by_region:
            self.by_region[region] = boto.connect_ec2()
        return self.by_region[region]
Pool().get("x").get_all_volumes()  #? Pool().get("x"): ec2.Connection

# ==== an own attribute of a boto 2 object
import boto
bucket = boto.connect_s3().get_bucket("b")
bucket.parent = boto.connect_ec2()
bucket.parent.get_all_volumes()  #? bucket.parent: ec2.Connection

# ==== an object's connection attribute
import boto
bucket = boto.connect_s3().get_bucket("b")
bucket.connection.get_bucket("c")  #? bucket.connection: s3.Connection

# ==== a namedtuple
import boto
from collections import namedtuple
Pair = namedtuple("Pair", "conn bucket")
conn = boto.connect_s3()
pair = Pair(conn, conn.get_bucket("b"))
(pair.bucket, pair.conn)  #? pair.bucket: s3.Bucket; pair.conn: s3.Connection

# ==== a namedtuple with keywords
import boto
from collections import namedtuple
Pair = namedtuple("Pair", ["conn", "bucket"])
conn = boto.connect_s3()
pair = Pair(conn=conn, bucket=conn.get_bucket("b"))
pair.bucket.list()  #? pair.bucket: s3.Bucket
c, b = pair
b.list()  #? b: s3.Bucket

# ==== a simple namespace
import argparse
import types
import boto
ns = types.SimpleNamespace(conn=boto.connect_s3())
ns.conn.get_bucket("b")  #? ns.conn: s3.Connection
ns.bucket = ns.conn.get_bucket("b")
ns.bucket.list()  #? ns.bucket: s3.Bucket

# ==== a thread-local store
import threading
import boto
local = threading.local()
def conn():
    if not hasattr(local, "conn"):
        local.conn = boto.connect_s3()
    return local.conn
conn().get_bucket("b")  #? conn(): s3.Connection

# ==== a dotted attribute getter
import operator
import boto
volumes = boto.connect_ec2().get_all_volumes()
for volume in sorted(volumes, key=operator.attrgetter("create_time")):
    volume.delete()  #? volume: ec2.Volume

# ==== an attribute is rebound in order
import boto
class Store:
    def __init__(self, bucket):
        self.bucket = bucket
    def open(self):
        self.bucket = boto.connect_s3().get_bucket(self.bucket)
        return self.bucket.list()  #? self.bucket: s3.Bucket
Store("b").open()

# ==== objects of several classes keep what each was given
import boto
class Service:
    def __init__(self, provider):
        self.provider = provider
class Compute(Service):
    def volumes(self):
        return self.provider.get_all_volumes()  #? self.provider: ec2.Connection
class Storage(Service):
    def __init__(self, provider, prefix):
        super().__init__(provider)
        self.prefix = prefix
    def buckets(self):
        return self.provider.get_all_buckets()  #? self.provider: s3.Connection
Compute(boto.connect_ec2()).volumes()
Storage(boto.connect_s3(), "x").buckets()
