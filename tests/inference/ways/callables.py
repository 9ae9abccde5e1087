# ==== a bound method under another name
import boto
bucket = boto.connect_s3().get_bucket("b")
get = bucket.get_key
get("k").delete()  #? get("k"): s3.Key | None

# ==== a bound method kept on self
import boto
class Store:
    def __init__(self):
        self.get = boto.connect_s3().get_bucket("b").get_key
    def read(self, name):
        return self.get(name).read()  #? self.get(name): s3.Key | None

# ==== a class kept on self
import boto
import boto.s3.key
class Client:
    def __init__(self):
        self.Key = boto.s3.key.Key
    def key(self, bucket):
        k = self.Key(bucket)
        k.delete()  #? k: s3.Key
        return k
Client().key(boto.connect_s3().get_bucket("b"))

# ==== a factory kept as a value
import boto
class Account:
    def __init__(self):
        self.factory = boto.connect_vpc
    def connect(self):
        return self.factory()
Account().connect().get_all_vpcs()  #? Account().connect(): vpc.Connection

# ==== a factory handed as an argument
import boto
class Account:
    def __init__(self, factory=boto.connect_ec2):
        self._conn = None
        self.factory = factory
    @property
    def conn(self):
        if self._conn is None:
            self._conn = self.factory("id", "secret")
        return self._conn
Account().conn.get_all_volumes()  #? Account().conn: ec2.Connection | None

# ==== factories in a dict
import boto
FACTORIES = {"s3": boto.connect_s3, "ec2": boto.connect_ec2}
FACTORIES["s3"]().get_bucket("b")  #? FACTORIES["s3"](): s3.Connection
def connect(kind):
    return FACTORIES[kind]()
connect(str(input())).get_bucket("b")  #? connect(str(input())): ec2.Connection | s3.Connection

# ==== functools.partial
import functools
import boto
def fetch(bucket, name):
    return bucket.get_key(name)  #? bucket: s3.Bucket; name: str
get = functools.partial(fetch, boto.connect_s3().get_bucket("b"))
get("k").delete()  #? get("k"): s3.Key | None

# ==== functools.partial with keywords
import functools
import boto
def fetch(name, bucket=None):
    return bucket.get_key(name)  #? bucket: s3.Bucket | None
get = functools.partial(fetch, bucket=boto.connect_s3().get_bucket("b"))
get("k").delete()  #? get("k"): s3.Key | None

# ==== functools.partial of a boto 2 function
import functools
import boto
connect = functools.partial(boto.connect_s3, "id", "secret")
connect().get_bucket("b")  #? connect(): s3.Connection

# ==== a lambda
import boto
conn = boto.connect_s3()
get = lambda name: conn.get_bucket(name)
get("b").list()  #? get("b"): s3.Bucket

# ==== a decorator that returns the same function
import boto
REGISTRY = {}
def register(function):
    REGISTRY[function.__name__] = function
    return function
@register
def connect():
    return boto.connect_s3()
connect().get_bucket("b")  #? connect(): s3.Connection

# ==== a decorator that wraps
import functools
import boto
def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(function)
        return function(*args, **kwargs)
    return wrapper
@logged
def fetch(bucket, name):
    return bucket.get_key(name)  #? bucket: s3.Bucket; name: str
fetch(boto.connect_s3().get_bucket("b"), "k").delete()  #? fetch(boto.connect_s3().get_bucket("b"), "k"): s3.Key | None

# ==== two functions under one wrapping decorator stay apart
import boto
def logged(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper
@logged
def bucket(conn):
    return conn.get_bucket("b")  #? conn: s3.Connection
@logged
def volumes(conn):
    return conn.get_all_volumes()  #? conn: ec2.Connection
bucket(boto.connect_s3()).list()  #? bucket(boto.connect_s3()): s3.Bucket
volumes(boto.connect_ec2())[0].delete()  #? volumes(boto.connect_ec2())[0]: ec2.Volume

# ==== a decorator with arguments
import boto
def retries(count):
    def decorate(function):
        def wrapper(*args, **kwargs):
            for attempt in range(count):
                try:
                    return function(*args, **kwargs)
                except Exception:
                    if attempt == count - 1:
                        raise
        return wrapper
    return decorate
@retries(3)
def bucket(conn, name):
    return conn.get_bucket(name)  #? conn: s3.Connection; name: str
bucket(boto.connect_s3(), "b").list()  #? bucket(boto.connect_s3(), "b"): s3.Bucket | None

# ==== a decorator of a library
import boto
from retrying import retry
@retry(stop_max_attempt_number=3)
def bucket(conn, name):
    return conn.get_bucket(name)  #? conn: s3.Connection
bucket(boto.connect_s3(), "b").list()  #? bucket(boto.connect_s3(), "b"): s3.Bucket

# ==== retry calls what it gets
import boto
def retry(function, *args, **kwargs):
    for attempt in range(3):
        try:
            return function(*args, **kwargs)
        except Exception:
            pass
conn = boto.connect_ec2()
volumes = retry(conn.get_all_volumes, filters={"a": "b"})
volumes[0].delete()  #? volumes[0]: ec2.Volume

# ==== retry is called with different functions
import boto
def retry(function, *args, **kwargs):
    for attempt in range(3):
        try:
            return function(*args, **kwargs)
        except Exception:
            if attempt == 2:
                raise
def fetch(bucket, name):
    return bucket.get_key(name)  #? bucket: s3.Bucket; name: str
conn = boto.connect_ec2()
volumes = retry(conn.get_all_volumes, filters={"a": "b"})
volumes[0].delete()  #? volumes[0]: ec2.Volume
key = retry(fetch, boto.connect_s3().get_bucket("b"), "k")
key.delete()  #? key: None | s3.Key
bucket = retry(lambda: boto.connect_s3().get_bucket("b"))
bucket.list()  #? bucket: None | s3.Bucket

# ==== a function that gives its argument back
import boto
def checked(thing):
    if thing is None:
        raise ValueError("nothing")
    return thing
checked(boto.connect_s3()).get_bucket("b")  #? checked(boto.connect_s3()): s3.Connection
checked(boto.connect_ec2()).get_all_volumes()  #? checked(boto.connect_ec2()): ec2.Connection

# ==== a helper that picks the first
import boto
def first(things):
    for thing in things:
        return thing
    return None
first(boto.connect_s3().get_all_buckets()).list()  #? first(boto.connect_s3().get_all_buckets()): None | s3.Bucket
first(boto.connect_ec2().get_all_volumes()).delete()  #? first(boto.connect_ec2().get_all_volumes()): None | ec2.Volume

# ==== a pool gets a bound method
import multiprocessing.pool
import boto
bucket = boto.connect_s3().get_bucket("b")
pool = multiprocessing.pool.ThreadPool(4)
result = pool.apply_async(bucket.get_key, ("k",))
result.get().delete()  #? result.get(): s3.Key | None
for key in pool.map(bucket.get_key, ["a", "b"]):
    key.delete()  #? key: s3.Key | None

# ==== a pool gets a function and its arguments
from multiprocessing.pool import ThreadPool
import boto
def fetch(bucket, name):
    return bucket.get_key(name)  #? bucket: s3.Bucket; name: str
pool = ThreadPool(4)
pool.apply_async(fetch, (boto.connect_s3().get_bucket("b"), "k"))
pool.apply_async(fetch, args=[boto.connect_s3().get_bucket("b"), "k"])

# ==== a thread gets a function and its arguments
import threading
import boto
def fetch(bucket, name):
    bucket.get_key(name)  #? bucket: s3.Bucket; name: str
threading.Thread(target=fetch, args=(boto.connect_s3().get_bucket("b"), "k")).start()
threading.Thread(target=fetch, kwargs={"bucket": boto.connect_s3().get_bucket("b"), "name": "k"}).start()

# ==== an own thread pool
import queue
import threading
import boto
class Pool:
    def __init__(self):
        self.tasks = queue.Queue()
    def add(self, function, *args, **kwargs):
        self.tasks.put((function, args, kwargs))
    def work(self):
        while True:
            function, args, kwargs = self.tasks.get()
            function(*args, **kwargs)
def fetch(bucket, name):
    bucket.get_key(name)  #? bucket: s3.Bucket; name: str
pool = Pool()
threading.Thread(target=pool.work).start()
pool.add(fetch, boto.connect_s3().get_bucket("b"), "k")

# ==== gevent and its pool
import boto
import gevent
import gevent.pool
def fetch(bucket, name):
    bucket.get_key(name)  #? bucket: s3.Bucket
bucket = boto.connect_s3().get_bucket("b")
gevent.spawn(fetch, bucket, "k")
gevent.pool.Pool(3).spawn(fetch, bucket, "k")

# ==== asyncio runs it in a thread
import asyncio
import boto
def fetch(bucket):
    return bucket.get_key("k")  #? bucket: s3.Bucket
async def main():
    loop = asyncio.get_event_loop()
    key = await loop.run_in_executor(None, fetch, boto.connect_s3().get_bucket("b"))
    key.delete()  #? key: s3.Key | None

# ==== a dispatch table of methods
import boto
class Tool:
    def __init__(self):
        self.conn = boto.connect_ec2()
        self.commands = {"list": self.list, "stop": self.stop}
    def list(self, conn):
        conn.get_all_volumes()  #? conn: ec2.Connection
    def stop(self, conn):
        conn.stop_instances(["i-1"])  #? conn: ec2.Connection
    def run(self, name):
        self.commands[name](self.conn)

# ==== a method by getattr with a name put together
import boto
class Tool:
    def __init__(self):
        self.conn = boto.connect_ec2()
    def do_list(self):
        return self.conn.get_all_volumes()
    def do_get(self):
        return self.conn.get_all_volumes()
    def run(self, name):
        return getattr(self, "do_%s" % name)()
Tool().run("list")[0].delete()  #? Tool().run("list")[0]: ec2.Volume

# ==== a callback with a parameter
import boto
def each(items, callback):
    for item in items:
        callback(item)
def drop(volume):
    volume.delete()  #? volume: ec2.Volume
each(boto.connect_ec2().get_all_volumes(), drop)
each(boto.connect_s3().get_all_buckets(), lambda b: b.list())  #? b: s3.Bucket

# ==== map with a function of the program
import boto
def snapshot(volume):
    return volume.create_snapshot()  #? volume: ec2.Volume
for s in map(snapshot, boto.connect_ec2().get_all_volumes()):
    s.delete()  #? s: ec2.Snapshot

# ==== a memo
import functools
import boto
@functools.lru_cache(maxsize=None)
def connect(region):
    return boto.connect_ec2()
connect("x").get_all_volumes()  #? connect("x"): ec2.Connection

# ==== a memo of its own
import boto
class memoized(object):
    def __init__(self, function):
        self.function = function
        self.cache = {}
    def __call__(self, *args):
        if args not in self.cache:
            self.cache[args] = self.function(*args)
        return self.cache[args]
@memoized
def connect(region):
    return boto.connect_ec2()
connect("x").get_all_volumes()  #? connect("x"): ec2.Connection

# ==== a singleton
import boto
class Aws:
    _instance = None
    def __new__(cls):
        if cls._instance is None:
            cls._instance = object.__new__(cls)
            cls._instance.conn = boto.connect_s3()
        return cls._instance
Aws().conn.get_bucket("b")  #? Aws().conn: s3.Connection

# ==== an alternative constructor
import boto
class Store:
    def __init__(self, conn):
        self.conn = conn
    @classmethod
    def default(cls):
        return cls(boto.connect_s3())
    def bucket(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection
Store.default().bucket().list()  #? Store.default().bucket(): s3.Bucket

# ==== a fluent interface
import boto
class Job:
    def using(self, conn):
        self.conn = conn
        return self
    def run(self):
        return self.conn.get_bucket("b")  #? self.conn: s3.Connection
Job().using(boto.connect_s3()).run().list()  #? Job().using(boto.connect_s3()).run(): s3.Bucket

# ==== a lambda table
import boto
ACTIONS = {"stop": lambda instance: instance.stop(), "start": lambda instance: instance.start()}  #? instance: ec2.Instance
for r in boto.connect_ec2().get_all_instances():
    for i in r.instances:
        ACTIONS["stop"](i)
        ACTIONS["start"](i)

# ==== a switch tells what comes back
import boto
def keys(bucket, as_keys=False):
    for key in bucket.list():
        if as_keys:
            yield key
        else:
            yield key.name  #? key: s3.Key
bucket = boto.connect_s3().get_bucket("b")
for k in keys(bucket, as_keys=True):
    k.delete()  #? k: s3.Key
for name in keys(bucket):
    print(name)  #? name: str

# ==== a switch is handed on
import boto
def keys(bucket, as_keys=False):
    return [key if as_keys else key.name for key in bucket.list()]
def some(bucket, as_keys=False):
    return keys(bucket, as_keys=as_keys)[:3]
bucket = boto.connect_s3().get_bucket("b")
for k in some(bucket, as_keys=True):
    k.delete()  #? k: s3.Key
for name in some(bucket):
    print(name)  #? name: str

# ==== an argument that is always given hides its default
import boto
def first(items, default=None):
    for item in items:
        return item
    return default
bucket = first(boto.connect_s3().get_all_buckets(), "none")
bucket.list()  #? bucket: s3.Bucket | str

# ==== a small helper that a great many places call
import boto
def attempt(action):
    try:
        return action()
    except ValueError:
        return None
b0 = attempt(lambda: boto.connect_s3().get_bucket("b0"))
b1 = attempt(lambda: boto.connect_s3().get_bucket("b1"))
b2 = attempt(lambda: boto.connect_s3().get_bucket("b2"))
b3 = attempt(lambda: boto.connect_s3().get_bucket("b3"))
b4 = attempt(lambda: boto.connect_s3().get_bucket("b4"))
b5 = attempt(lambda: boto.connect_s3().get_bucket("b5"))
b6 = attempt(lambda: boto.connect_s3().get_bucket("b6"))
b7 = attempt(lambda: boto.connect_s3().get_bucket("b7"))
b8 = attempt(lambda: boto.connect_s3().get_bucket("b8"))
b9 = attempt(lambda: boto.connect_s3().get_bucket("b9"))
b10 = attempt(lambda: boto.connect_s3().get_bucket("b10"))
b11 = attempt(lambda: boto.connect_s3().get_bucket("b11"))
b12 = attempt(lambda: boto.connect_s3().get_bucket("b12"))
b13 = attempt(lambda: boto.connect_s3().get_bucket("b13"))
b14 = attempt(lambda: boto.connect_s3().get_bucket("b14"))
b15 = attempt(lambda: boto.connect_s3().get_bucket("b15"))
b16 = attempt(lambda: boto.connect_s3().get_bucket("b16"))
b17 = attempt(lambda: boto.connect_s3().get_bucket("b17"))
b18 = attempt(lambda: boto.connect_s3().get_bucket("b18"))
b19 = attempt(lambda: boto.connect_s3().get_bucket("b19"))
b20 = attempt(lambda: boto.connect_s3().get_bucket("b20"))
b21 = attempt(lambda: boto.connect_s3().get_bucket("b21"))
b22 = attempt(lambda: boto.connect_s3().get_bucket("b22"))
b23 = attempt(lambda: boto.connect_s3().get_bucket("b23"))
b24 = attempt(lambda: boto.connect_s3().get_bucket("b24"))
b25 = attempt(lambda: boto.connect_s3().get_bucket("b25"))
b26 = attempt(lambda: boto.connect_s3().get_bucket("b26"))
b27 = attempt(lambda: boto.connect_s3().get_bucket("b27"))
b28 = attempt(lambda: boto.connect_s3().get_bucket("b28"))
b29 = attempt(lambda: boto.connect_s3().get_bucket("b29"))
volume = attempt(lambda: boto.connect_ec2().get_all_volumes()[0])
volume.attach("i", "/dev/sdh")  #? volume: None | ec2.Volume

# ==== functions that a parser of the command line hands out
import argparse
import boto
def publish(conn, options):
    conn.create_bucket(options.name)  #? conn: s3.Connection
parser = argparse.ArgumentParser()
command = parser.add_subparsers().add_parser("publish")
command.set_defaults(func=publish)
options = parser.parse_args()
options.func(boto.connect_s3(), options)

# ==== items handed to a comparison function
import boto
import functools
def by_size(one, other):
    return one.size - other.size  #? other: ec2.Volume
sorted(boto.connect_ec2().get_all_volumes(), key=functools.cmp_to_key(by_size))
