# ==== a parameter gets what its only caller gives
import boto
def save(bucket, name):
    bucket.new_key(name)  #? bucket: s3.Bucket; name: str
save(boto.connect_s3().get_bucket("b"), "k")

# ==== a parameter gets what all callers give
import boto
import boto.vpc
def describe(conn):
    conn.get_all_volumes()  #? conn: ec2.Connection | vpc.Connection
describe(boto.connect_ec2())
describe(boto.vpc.VPCConnection())

# ==== a keyword argument
import boto
def save(name, bucket=None):
    bucket.new_key(name)  #? bucket: s3.Bucket | None
save("k", bucket=boto.connect_s3().get_bucket("b"))

# ==== a keyword-only parameter
import boto
def save(name, *, bucket):
    bucket.new_key(name)  #? bucket: s3.Bucket
save("k", bucket=boto.connect_s3().get_bucket("b"))

# ==== a default argument
import boto
def save(name, bucket=boto.connect_s3().get_bucket("b")):
    bucket.new_key(name)  #? bucket: s3.Bucket
save("k")

# ==== star arguments are a tuple
import boto
def close(*connections):
    for connection in connections:
        connection.close()  #? connection: ec2.Connection | s3.Connection
close(boto.connect_s3(), boto.connect_ec2())

# ==== star arguments by position
import boto
def first(*args):
    args[0].get_bucket(str(args[1]))  #? args[0]: s3.Connection; args[1]: ec2.Connection
first(boto.connect_s3(), boto.connect_ec2())

# ==== a tuple is spread
import boto
def save(bucket, name):
    bucket.new_key(name)  #? bucket: s3.Bucket; name: str
args = (boto.connect_s3().get_bucket("b"), "k")
save(*args)

# ==== a list of unknown length is spread
import boto
def both(a, b):
    a.list()  #? a: s3.Bucket; b: s3.Bucket
both(*boto.connect_s3().get_all_buckets())

# ==== double star with known contents
import boto
def save(bucket, name):
    bucket.new_key(name)  #? bucket: s3.Bucket; name: str
options = {"bucket": boto.connect_s3().get_bucket("b"), "name": "k"}
save(**options)

# ==== double star with dict()
import boto
def save(bucket, name):
    bucket.new_key(name)  #? bucket: s3.Bucket
options = dict(bucket=boto.connect_s3().get_bucket("b"))
options.update(name="k")
save(**options)

# ==== keywords are received as a dict
import boto
def save(**kwargs):
    kwargs["bucket"].list()  #? kwargs["bucket"]: s3.Bucket
    kwargs.get("bucket").list()  #? kwargs.get("bucket"): s3.Bucket | None
    kwargs.pop("bucket").list()  #? kwargs.pop("bucket"): s3.Bucket
save(bucket=boto.connect_s3().get_bucket("b"))

# ==== arguments are handed on
import boto
def inner(bucket, name=None):
    bucket.list(name)  #? bucket: s3.Bucket; name: None | str
def outer(*args, **kwargs):
    return inner(*args, **kwargs)
outer(boto.connect_s3().get_bucket("b"), name="k")

# ==== keywords are handed on through two functions
import boto
def inner(name, bucket):
    bucket.list(name)  #? bucket: s3.Bucket
def middle(name, **kw):
    inner(name, **kw)
def outer(**kw):
    middle("x", **kw)
outer(bucket=boto.connect_s3().get_bucket("b"))

# ==== a recursive function
import boto
def walk(bucket, depth):
    if depth:
        walk(bucket, depth - 1)
    bucket.list()  #? bucket: s3.Bucket
walk(boto.connect_s3().get_bucket("b"), 3)

# ==== mutual recursion
import boto
def even(bucket, n):
    bucket.list()  #? bucket: s3.Bucket
    if n:
        odd(bucket, n - 1)
def odd(b, n):
    b.list()  #? b: s3.Bucket
    even(b, n - 1)
even(boto.connect_s3().get_bucket("b"), 3)

# ==== a method's parameter
import boto
class Store:
    def save(self, bucket):
        bucket.list()  #? bucket: s3.Bucket
Store().save(boto.connect_s3().get_bucket("b"))

# ==== a method that is called through its class
import boto
class Store:
    def save(self, bucket):
        bucket.list()  #? bucket: s3.Bucket
Store.save(Store(), boto.connect_s3().get_bucket("b"))

# ==== a static method and a class method
import boto
class Store:
    @staticmethod
    def save(bucket):
        bucket.list()  #? bucket: s3.Bucket
    @classmethod
    def make(cls, conn):
        conn.get_bucket("b")  #? conn: s3.Connection
Store.save(boto.connect_s3().get_bucket("b"))
Store.make(boto.connect_s3())

# ==== a constructor's parameter
import boto
class Store:
    def __init__(self, bucket, prefix=""):
        self.bucket = bucket
        self.prefix = prefix
    def keys(self):
        return self.bucket.list(self.prefix)  #? self.bucket: s3.Bucket
Store(boto.connect_s3().get_bucket("b"))

# ==== a dataclass
import boto
from dataclasses import dataclass
@dataclass
class Store:
    bucket: object
    prefix: str = ""
    def keys(self):
        return self.bucket.list(self.prefix)  #? self.bucket: s3.Bucket
Store(boto.connect_s3().get_bucket("b"))
