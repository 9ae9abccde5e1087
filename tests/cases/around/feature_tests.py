import boto
import boto.ec2
from boto.ec2.connection import EC2Connection
from boto.s3.key import Key

HAS_COPY = hasattr(EC2Connection, "copy_image")
HAS_PROFILES = hasattr(boto.ec2.EC2Connection, "profile_name")
HAS_NEWER = hasattr(EC2Connection, "describe_nat_gateways")
print(hasattr(boto, "connect_ec2"), hasattr(boto.ec2, "networkinterface"), getattr(boto, "Version", "unknown"))
conn = boto.ec2.connect_to_region("us-east-1")
if "copy_image" not in dir(conn) or "copy_image" in dir(EC2Connection):
    print("old")
print(hasattr(Key, "size"), hasattr(boto, "connect_rds2"))
# ---- after ----
import boto3
from botocore.config import Config
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
import boto

# emitted: EC2_CONFIG, _new_key

HAS_COPY = True
HAS_PROFILES = True
HAS_NEWER = False
print(True, True, "2.49.0")
conn = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
if False or True:
    print("old")
# TODO(boto3ify): feature-test decide by hand: what boto 2 had under this name depends on what else was imported, or was made with objects
# TODO(boto3ify): module-as-value use boto3 here instead of boto 2's module
print(hasattr(_new_key, "size"), hasattr(boto, "connect_rds2"))
