# ==== a name holds what it was assigned
import boto
conn = boto.connect_s3()
bucket = conn.get_bucket("b")
other = bucket
other.get_key("k")  #? other: s3.Bucket

# ==== several targets get one value
import boto
a = b = boto.connect_ec2()
a.get_all_volumes()  #? a: ec2.Connection
b.get_all_volumes()  #? b: ec2.Connection

# ==== a name is rebound from a string to a bucket
import boto
bucket = "photos"
print(bucket)  #? bucket: str
bucket = boto.connect_s3().get_bucket(bucket)  #? bucket: str
bucket.list()  #? bucket: s3.Bucket
bucket = bucket.name
print(bucket)  #? bucket: str

# ==== rebinding inside a function is in order
import boto
def f(bucket):
    print(bucket)  #? bucket: str
    bucket = boto.connect_s3().get_bucket(bucket)
    return bucket.get_all_keys()  #? bucket: s3.Bucket
f("photos")

# ==== one branch rebinds, so both can arrive
import boto
conn = boto.connect_s3()
key = conn.get_bucket("b").get_key("k")
if key is None:
    key = conn.get_bucket("b").new_key("k")  #? key: s3.Key
key.name  #? key: s3.Key

# ==== a test for None narrows
import boto
key = boto.connect_s3().get_bucket("b").get_key("k")
print(key)  #? key: s3.Key | None
if key:
    key.delete()  #? key: s3.Key
if not key:
    raise KeyError("k")
key.name  #? key: s3.Key

# ==== an assertion narrows
import boto
key = boto.connect_s3().get_bucket("b").get_key("k")
assert key is not None
key.name  #? key: s3.Key

# ==== isinstance narrows to a boto 2 class
import boto
from boto.s3.key import Key
def name_of(thing):
    if isinstance(thing, Key):
        return thing.name  #? thing: s3.Key
    return thing  #? thing: None | str
name_of("k")
name_of(boto.connect_s3().get_bucket("b").get_key("k"))

# ==== isinstance tells a string from a bucket
import boto
def open_bucket(bucket):
    if isinstance(bucket, str):
        bucket = boto.connect_s3().get_bucket(bucket)  #? bucket: str
    return bucket.list()  #? bucket: s3.Bucket
open_bucket("b")
open_bucket(boto.connect_s3().get_bucket("c"))

# ==== a module global that a function fills
import boto
_conn = None
def conn():
    global _conn
    if _conn is None:
        _conn = boto.connect_s3()
    return _conn  #? _conn: None | s3.Connection
def use():
    conn().get_bucket("b")  #? conn(): None | s3.Connection

# ==== a module global is read in functions
import boto
ec2 = boto.connect_ec2()
def volumes():
    return ec2.get_all_volumes()  #? ec2: ec2.Connection

# ==== a global is filled by a set-up function
import boto
bucket = None
def setup():
    global bucket
    bucket = boto.connect_s3().get_bucket("b")
def put(name, text):
    bucket.new_key(name).set_contents_from_string(text)  #? bucket: s3.Bucket | None; bucket.new_key(name): s3.Key

# ==== nonlocal binds in the function around
import boto
def outer():
    conn = None
    def connect():
        nonlocal conn
        conn = boto.connect_ec2()
    connect()
    return conn.get_all_volumes()  #? conn: ec2.Connection | None

# ==== a closure reads what its function bound
import boto
def outer(name):
    bucket = boto.connect_s3().get_bucket(name)
    def put(key):
        return bucket.new_key(key)  #? bucket: s3.Bucket
    return put
outer("b")("k").name  #? outer("b")("k"): s3.Key

# ==== a default keeps the value of the time
import boto
conn = boto.connect_s3()
def bucket(name, c=conn):
    return c.get_bucket(name)  #? c: s3.Connection

# ==== a walrus binds
import boto
bucket = boto.connect_s3().get_bucket("b")
if (key := bucket.get_key("k")) is not None:
    key.delete()  #? key: s3.Key

# ==== tuples are unpacked by position
import boto
def make():
    conn = boto.connect_s3()
    return conn, conn.get_bucket("b"), "prefix"
conn, bucket, prefix = make()
bucket.list(prefix)  #? bucket: s3.Bucket; prefix: str; conn: s3.Connection

# ==== tuples in tuples are unpacked
import boto
(conn, (bucket, n)) = (boto.connect_s3(), (boto.connect_s3().get_bucket("b"), 3))
bucket.list()  #? bucket: s3.Bucket; n: int

# ==== a list is unpacked
import boto
first, second = [boto.connect_s3().get_bucket(n) for n in ("a", "b")]
first.list()  #? first: s3.Bucket; second: s3.Bucket

# ==== a starred target takes the rest
import boto
first, *rest = boto.connect_s3().get_all_buckets()
first.list()  #? first: s3.Bucket
for bucket in rest:
    bucket.list()  #? bucket: s3.Bucket

# ==== swapping
import boto
a, b = boto.connect_s3(), boto.connect_ec2()
a, b = b, a
(a, b)  #? a: ec2.Connection; b: s3.Connection

# ==== or gives a default
import boto
def keys(bucket=None):
    bucket = bucket or boto.connect_s3().get_bucket("b")
    return bucket.list()  #? bucket: ? | s3.Bucket
keys()

# ==== a conditional expression
import boto
def run(region):
    import boto.ec2
    conn = boto.ec2.connect_to_region(region) if region else boto.connect_ec2()
    return conn.get_all_volumes()  #? conn: ec2.Connection | None
run("eu-west-1")

# ==== try and except bind the same name
import boto
conn = boto.connect_s3()
try:
    bucket = conn.get_bucket("b")
except boto.exception.S3ResponseError as error:
    print(error.status)
    bucket = conn.create_bucket("b")
bucket.list()  #? bucket: s3.Bucket

# ==== a loop carries a name around
import boto
conn = boto.connect_ec2()
volume = None
while volume is None:
    volume = conn.get_all_volumes()[0]
volume.delete()  #? volume: ec2.Volume

# ==== with binds what is entered
import boto
from contextlib import closing
with closing(boto.connect_s3()) as conn:
    conn.get_bucket("b")  #? conn: s3.Connection

# ==== match leaves names alone
import boto
conn = boto.connect_ec2()
match "x":
    case "x":
        conn.get_all_volumes()  #? conn: ec2.Connection

# ==== an annotation with a value
import boto
conn: object = boto.connect_s3()
conn.get_bucket("b")  #? conn: s3.Connection

# ==== del forgets
import boto
conn = boto.connect_s3()
del conn
conn = boto.connect_ec2()
conn.get_all_volumes()  #? conn: ec2.Connection

# ==== a name bound in a loop is seen after it
import boto
for name in ("a", "b"):
    bucket = boto.connect_s3().get_bucket(name)
bucket.list()  #? bucket: s3.Bucket

# ==== members that answers of web servers have as well prove nothing
import boto
import requests
conn = boto.connect_s3()
def fetch(urls):
    answers = [requests.get(url) for url in urls]
    return [answer.status_code for answer in answers]  #? answer: ?
