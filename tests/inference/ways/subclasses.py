# ==== a subclass of a connection
from boto.s3.connection import S3Connection
class Mine(S3Connection):
    def photos(self):
        return self.get_bucket("photos")  #? self.get_bucket("photos"): s3.Bucket
Mine().photos().list()  #? Mine().photos(): s3.Bucket

# ==== a subclass of a bucket
import boto
from boto.s3.bucket import Bucket
class Mine(Bucket):
    def first(self):
        for key in self.list():
            return key  #? key: s3.Key
conn = boto.connect_s3()
conn.set_bucket_class(Mine)

# ==== a subclass of a class with a lazy connection
import boto
class Store:
    def __init__(self, conn=None):
        self.conn = conn or boto.connect_s3()
class Deep(Store):
    def keys(self):
        return self.conn.get_bucket("b").list()  #? self.conn: ? | s3.Connection

# ==== a subclass in a class body
import boto
class Outer:
    class Inner:
        conn = boto.connect_s3()
    def run(self):
        return self.Inner.conn.get_bucket("b")  #? self.Inner.conn: s3.Connection

# ==== classes that register themselves with a decorator
import boto
class Store:
    kinds = {}
    @classmethod
    def register(cls, kind):
        cls.kinds[kind.scheme] = kind
        return kind
    @classmethod
    def open(cls, scheme, name):
        return cls.kinds[scheme](name)
@Store.register
class Remote(Store):
    scheme = "s3"
    def __init__(self, name):
        self.bucket = boto.connect_s3().get_bucket(name)
Store.open("s3", "b").bucket.list()  #? Store.open("s3", "b").bucket: s3.Bucket
