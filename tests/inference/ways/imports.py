# ==== import boto
import boto
boto.connect_s3().get_bucket("b")  #? boto.connect_s3(): s3.Connection

# ==== import of a submodule
import boto.ec2
conn = boto.ec2.connect_to_region("eu-west-1")
conn.get_all_volumes()  #? conn: ec2.Connection | None

# ==== import of a submodule under another name
import boto.s3.connection as s3c
conn = s3c.S3Connection()
conn.get_bucket("b")  #? conn: s3.Connection

# ==== from import with another name
from boto.s3.key import Key as S3Key
import boto
key = S3Key(boto.connect_s3().get_bucket("b"))
key.key = "x"
key.delete()  #? key: s3.Key

# ==== import inside a function
def volumes():
    import boto.ec2
    return boto.ec2.connect_to_region("us-east-1").get_all_volumes()  #? boto.ec2.connect_to_region("us-east-1"): ec2.Connection | None

# ==== import inside try with a flag
try:
    import boto.ec2
    HAS_BOTO = True
except ImportError:
    HAS_BOTO = False
def main():
    if not HAS_BOTO:
        raise SystemExit("boto required")
    conn = boto.ec2.connect_to_region("us-east-1")
    conn.get_all_volumes()  #? conn: ec2.Connection | None

# ==== a missing boto is None
try:
    import boto
except ImportError:
    boto = None
if boto:
    boto.connect_s3().get_bucket("b")  #? boto.connect_s3(): s3.Connection

# ==== a star import
from boto.s3.connection import *
conn = S3Connection()
conn.get_bucket("b")  #? conn: s3.Connection

# ==== an alias of a module
import boto
import boto.ec2
aws = boto
aws.connect_s3().get_bucket("b")  #? aws.connect_s3(): s3.Connection
compute = boto.ec2
compute.connect_to_region("x").get_all_volumes()  #? compute.connect_to_region("x"): ec2.Connection | None

# ==== an alias of a class
import boto
import boto.s3.key
Key = boto.s3.key.Key
Key(boto.connect_s3().get_bucket("b"), "k").delete()  #? Key(boto.connect_s3().get_bucket("b"), "k"): s3.Key

# ==== an alias of a function
import boto
connect = boto.connect_ec2
connect().get_all_volumes()  #? connect(): ec2.Connection

# ==== __import__ of a package
b = __import__("boto")
b.connect_s3().get_bucket("b")  #? b.connect_s3(): s3.Connection

# ==== __import__ of a submodule gives the package
b = __import__("boto.ec2")
b.ec2.connect_to_region("x").get_all_volumes()  #? b.ec2.connect_to_region("x"): ec2.Connection | None

# ==== __import__ with a name put together
name = "ec2"
module = __import__("boto." + name, fromlist=["x"])
module.connect_to_region("x").get_all_volumes()  #? module.connect_to_region("x"): ec2.Connection | None

# ==== __import__ with a name formatted
def load(service):
    module = __import__("boto.%s" % service, None, None, [service])
    return module.connect_to_region("us-east-1")
load("ec2").get_all_volumes()  #? load("ec2"): ec2.Connection | None

# ==== importlib
import importlib
module = importlib.import_module("boto.ec2")
module.connect_to_region("x").get_all_volumes()  #? module.connect_to_region("x"): ec2.Connection | None

# ==== getattr on a module with a constant name
import boto
getattr(boto, "connect_s3")().get_bucket("b")  #? getattr(boto, "connect_s3")(): s3.Connection

# ==== getattr on a module with a name put together
import boto
kind = "ec2"
conn = getattr(boto, "connect_" + kind)()
conn.get_all_volumes()  #? conn: ec2.Connection

# ==== a conditional import of two services
import sys
if len(sys.argv) > 1:
    from boto.ec2 import connect_to_region
else:
    from boto.vpc import connect_to_region
connect_to_region("x")  #? connect_to_region("x"): ec2.Connection | vpc.Connection | None

# ==== a class is kept in a global
import boto
from boto.s3.connection import S3Connection
CONNECTION = S3Connection
CONNECTION("a", "b").get_bucket("b")  #? CONNECTION("a", "b"): s3.Connection
