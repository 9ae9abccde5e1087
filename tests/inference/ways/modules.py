# ==== a function in another module
# ---- aws.py
import boto
def connect():
    return boto.connect_s3()
# ---- main.py
import aws
conn = aws.connect()
conn.get_bucket("b")  #? conn: s3.Connection

# ==== from import of a function
# ---- aws.py
import boto
def connect():
    return boto.connect_s3()
# ---- main.py
from aws import connect as c
c().get_bucket("b")  #? c(): s3.Connection

# ==== a parameter in a module that never names boto
# ---- main.py
import boto
import tools
tools.clean(boto.connect_s3().get_bucket("b"))
# ---- tools.py
def clean(bucket):
    for key in bucket.list():
        key.delete()  #? key: s3.Key; bucket: s3.Bucket

# ==== a package with relative imports
# ---- app/__init__.py
# ---- app/aws.py
import boto
conn = boto.connect_ec2()
# ---- app/jobs/__init__.py
# ---- app/jobs/stop.py
from ..aws import conn
from .. import aws
def run():
    conn.stop_instances(["i"])  #? conn: ec2.Connection
    aws.conn.get_all_volumes()  #? aws.conn: ec2.Connection

# ==== a re-export
# ---- app/__init__.py
from .aws import Store
# ---- app/aws.py
import boto
class Store:
    def __init__(self):
        self.conn = boto.connect_s3()
# ---- main.py
from app import Store
Store().conn.get_bucket("b")  #? Store().conn: s3.Connection

# ==== a re-export with a star
# ---- app/__init__.py
from .aws import *
# ---- app/aws.py
import boto
def connect():
    return boto.connect_s3()
# ---- main.py
import app
app.connect().get_bucket("b")  #? app.connect(): s3.Connection

# ==== import a.b as c
# ---- app/__init__.py
# ---- app/aws.py
import boto
def connect():
    return boto.connect_s3()
# ---- main.py
import app.aws as cloud
cloud.connect().get_bucket("b")  #? cloud.connect(): s3.Connection

# ==== import a.b and its full name
# ---- app/__init__.py
# ---- app/aws.py
import boto
def connect():
    return boto.connect_s3()
# ---- main.py
import app.aws
app.aws.connect().get_bucket("b")  #? app.aws.connect(): s3.Connection

# ==== an import inside a function
# ---- aws.py
import boto
def connect():
    return boto.connect_s3()
# ---- main.py
def run():
    from aws import connect
    connect().get_bucket("b")  #? connect(): s3.Connection

# ==== an import with a fallback
# ---- app/__init__.py
# ---- app/aws.py
import boto
def connect():
    return boto.connect_s3()
# ---- app/main.py
try:
    from app.aws import connect
except ImportError:
    from aws import connect
connect().get_bucket("b")  #? connect(): ? | s3.Connection

# ==== a flag in another module
# ---- compat.py
try:
    import boto
    import boto.ec2
    HAS_BOTO = True
except ImportError:
    HAS_BOTO = False
# ---- main.py
from compat import HAS_BOTO, boto
if HAS_BOTO:
    boto.connect_s3().get_bucket("b")  #? boto.connect_s3(): s3.Connection

# ==== boto 2's names come from another module
# ---- compat.py
from boto.s3.connection import S3Connection
from boto.s3.key import Key
# ---- main.py
from compat import Key, S3Connection
key = Key(S3Connection().get_bucket("b"), "k")
key.delete()  #? key: s3.Key

# ==== a global that another module sets
# ---- settings.py
conn = None
# ---- setup_aws.py
import boto
import settings
def setup():
    settings.conn = boto.connect_ec2()
# ---- main.py
import settings
import setup_aws
def run():
    setup_aws.setup()
    settings.conn.get_all_volumes()  #? settings.conn: None | ec2.Connection

# ==== a base class in another module
# ---- base.py
import boto
class Command:
    def __init__(self):
        self.conn = boto.connect_ec2()
# ---- stop.py
from base import Command
class Stop(Command):
    def run(self):
        for r in self.conn.get_all_instances():
            self.stop(r)
    def stop(self, r):
        r.instances[0].stop()  #? r: ec2.Reservation; self.conn: ec2.Connection
# ---- main.py
from stop import Stop
Stop().run()

# ==== an abstract base in a module that never names boto
# ---- base.py
class Command:
    conn = None
    def volumes(self):
        return self.conn.get_all_volumes()  #? self.conn: None | ec2.Connection
# ---- main.py
import boto
from base import Command
class Ec2Command(Command):
    def __init__(self):
        self.conn = boto.connect_ec2()
Ec2Command().volumes()

# ==== an object travels over three modules
# ---- aws.py
import boto
def volumes():
    return boto.connect_ec2().get_all_volumes()
# ---- pick.py
import aws
def old():
    return [v for v in aws.volumes() if v.status == "available"]
# ---- main.py
import pick
for volume in pick.old():
    volume.delete()  #? volume: ec2.Volume

# ==== a context object over three modules
# ---- context.py
import boto
class Context:
    def __init__(self, region):
        self.ec2 = boto.connect_ec2()
        self.region = region
# ---- command.py
class Command:
    def __init__(self, ctx):
        self.ctx = ctx
    def run(self):
        self.ctx.ec2.get_all_volumes()  #? self.ctx.ec2: ec2.Connection
# ---- main.py
from command import Command
from context import Context
Command(Context("eu")).run()

# ==== a callback over three modules
# ---- aws.py
import boto
def each_volume(callback):
    for v in boto.connect_ec2().get_all_volumes():
        callback(v)
# ---- actions.py
def drop(volume):
    volume.delete()  #? volume: ec2.Volume
# ---- main.py
import actions
import aws
aws.each_volume(actions.drop)

# ==== retry in another module
# ---- retrying.py
def retry(function, *args, **kwargs):
    while True:
        try:
            return function(*args, **kwargs)
        except IOError:
            pass
# ---- main.py
import boto
from retrying import retry
conn = boto.connect_ec2()
retry(conn.get_all_volumes, filters={})[0].delete()  #? retry(conn.get_all_volumes, filters={})[0]: ec2.Volume
key = retry(boto.connect_s3().get_bucket, "b")
key.list()  #? key: None | s3.Bucket

# ==== a decorator in another module
# ---- deco.py
import functools
def retried(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper
# ---- main.py
import boto
from deco import retried
@retried
def bucket(conn, name):
    return conn.get_bucket(name)  #? conn: s3.Connection
bucket(boto.connect_s3(), "b").list()  #? bucket(boto.connect_s3(), "b"): s3.Bucket

# ==== a decorator that gives the connection
# ---- deco.py
import boto
def with_connection(function):
    def wrapper(*args, **kwargs):
        return function(boto.connect_ec2(), *args, **kwargs)
    return wrapper
# ---- main.py
from deco import with_connection
@with_connection
def stop(conn, name):
    conn.stop_instances([name])  #? conn: ec2.Connection; name: str
stop("i-1")

# ==== a container over modules
# ---- registry.py
POOL = {}
# ---- fill.py
import boto
from registry import POOL
def fill():
    POOL["s3"] = boto.connect_s3()
# ---- main.py
import fill
from registry import POOL
fill.fill()
def run():
    POOL["s3"].get_bucket("b")  #? POOL["s3"]: s3.Connection

# ==== modules that import each other
# ---- a.py
import boto
import b
def connect():
    return boto.connect_s3()
def run():
    return b.bucket("x").list()  #? b.bucket("x"): s3.Bucket
# ---- b.py
import a
def bucket(name):
    return a.connect().get_bucket(name)  #? a.connect(): s3.Connection

# ==== an instance at module level
# ---- store.py
import boto
class Store:
    def __init__(self):
        self.bucket = boto.connect_s3().get_bucket("b")
    def key(self, name):
        return self.bucket.get_key(name)
store = Store()
# ---- views.py
from store import store
def show(name):
    return store.key(name).read()  #? store.key(name): s3.Key | None

# ==== a module below a folder without an init file
# ---- lib/aws.py
import boto
def connect():
    return boto.connect_s3()
# ---- main.py
from lib.aws import connect
connect().get_bucket("b")  #? connect(): s3.Connection

# ==== an alias of another module's class
# ---- aws.py
import boto
class Store:
    def __init__(self):
        self.conn = boto.connect_s3()
# ---- main.py
import aws
Backend = aws.Store
class App:
    store_class = Backend
    def run(self):
        return self.store_class().conn.get_bucket("b")  #? self.store_class().conn: s3.Connection
