# ==== an annotation
from boto.s3.bucket import Bucket
def save(bucket: Bucket, name: str):
    bucket.new_key(name)  #? bucket: s3.Bucket (declared)

# ==== an annotation in quotes, optional
import boto.s3.bucket
from typing import Optional
def save(bucket: "Optional[boto.s3.bucket.Bucket]" = None):
    bucket.list()  #? bucket: None | s3.Bucket (declared)

# ==== an annotation of a return
from boto.s3.connection import S3Connection
from plugins import load
def connect() -> S3Connection:
    return load()
connect().get_bucket("b")  #? connect(): ? | s3.Connection (declared)

# ==== a Sphinx docstring
import boto
def save(bucket, keys):
    """Save.

    :type bucket: :class:`boto.s3.bucket.Bucket`
    :param bucket: where to
    :param keys: a list of boto.s3.key.Key
    :type keys: list of boto.s3.key.Key
    """
    bucket.list()  #? bucket: s3.Bucket (declared)
    for key in keys:
        key.delete()  #? key: s3.Key (declared)

# ==== a Sphinx docstring with the type in the parameter
import boto
def save(bucket):
    """:param boto.s3.bucket.Bucket bucket: where to"""
    bucket.list()  #? bucket: s3.Bucket (declared)

# ==== an epydoc docstring
import boto
def save(bucket):
    """Save.

    @type bucket: L{boto.s3.bucket.Bucket}
    @param bucket: where to
    """
    bucket.list()  #? bucket: s3.Bucket (declared)

# ==== a Google docstring
import boto
def save(bucket, conn=None):
    """Save.

    Args:
        bucket (boto.s3.bucket.Bucket): where to
        conn (boto.ec2.connection.EC2Connection, optional): how

    Returns:
        boto.s3.key.Key: what
    """
    bucket.list()  #? bucket: s3.Bucket (declared)
    conn.get_all_volumes()  #? conn: None | ec2.Connection (declared)

# ==== a NumPy docstring
import boto
def save(bucket, conn):
    """Save.

    Parameters
    ----------
    bucket : boto.s3.bucket.Bucket
        where to
    conn : boto.ec2.connection.EC2Connection
        how
    """
    bucket.list()  #? bucket: s3.Bucket (declared)
    conn.get_all_volumes()  #? conn: ec2.Connection (declared)

# ==== a type comment of a signature
from boto.s3.bucket import Bucket
def save(bucket, name):
    # type: (Bucket, str) -> None
    bucket.new_key(name)  #? bucket: s3.Bucket (declared)

# ==== a type comment of a parameter
from boto.s3.bucket import Bucket
def save(
    bucket,  # type: Bucket
    name,  # type: str
):
    bucket.new_key(name)  #? bucket: s3.Bucket (declared)

# ==== the flow is better evidence than an annotation
import boto
from boto.s3.bucket import Bucket
def save(bucket: Bucket):
    bucket.list()  #? bucket: s3.Bucket
save(boto.connect_s3().get_bucket("b"))

# ==== an annotation of a variable
from boto.s3.connection import S3Connection
from plugins import load
conn: S3Connection = load()
conn.get_bucket("b")  #? conn: s3.Connection (declared)

# ==== an annotation of an attribute in the class body
from boto.s3.bucket import Bucket
class Store:
    bucket: Bucket
    def __init__(self, bucket):
        self.bucket = bucket
    def keys(self):
        return self.bucket.list()  #? self.bucket: ? | s3.Bucket (declared)

# ==== an annotation of an attribute where it is set
from boto.s3.bucket import Bucket
from plugins import load
class Store:
    def __init__(self):
        self.bucket: Bucket = load()
    def keys(self):
        return self.bucket.list()  #? self.bucket: s3.Bucket (declared)

# ==== a type comment of an assignment
from boto.s3.bucket import Bucket
from plugins import load
bucket = load()  # type: Bucket
bucket.list()  #? bucket: s3.Bucket (declared)

# ==== a docstring of a class tells its constructor's parameters
import boto
class Store:
    """A store.

    :type bucket: boto.s3.bucket.Bucket
    :param bucket: where to
    """
    def __init__(self, bucket):
        self.bucket = bucket
    def keys(self):
        return self.bucket.list()  #? self.bucket: s3.Bucket (declared)

# ==== usage proves a parameter
import boto
def save(key, text):
    key.set_contents_from_string(text)  #? key: s3.Key (usage)

# ==== usage proves a local
import boto
from plugins import load
def save(text):
    key = load("key")
    key.set_contents_from_string(text)  #? key: ? | s3.Key (usage)

# ==== usage proves an attribute
import boto
from plugins import load
class Store:
    def __init__(self):
        self.key = load("key")
    def save(self, text):
        self.key.set_contents_from_string(text)  #? self.key: ? | s3.Key (usage)

# ==== a mere name proves nothing
import boto
def save(bucket, ec2_conn):
    bucket.list()  #? bucket: ?
    ec2_conn.run()  #? ec2_conn: ?

# ==== members of two classes prove nothing
import boto
def save(thing):
    thing.set_contents_from_string("x")  #? thing: ?
    thing.get_all_volumes()
