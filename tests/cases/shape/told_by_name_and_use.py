import boto
conn = boto.connect_s3()

def cached(store, name):
    return store.get_key(name)

def load(bucket, name):
    return bucket.get_key(name)
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _described, _get_key, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)

def cached(store, name):
    # TODO(boto3ify): unknown-type this looks like boto 2's s3.Bucket, but the tool cannot see where the object comes from; give a type hint
    return store.get_key(name)

def load(bucket, name):
    return _get_key(conn, bucket, name)
