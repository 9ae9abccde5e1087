"""Keys of boto 2 were equal to themselves only, and had a hash."""
import boto

bucket = boto.connect_s3().get_bucket("data")
newest = None
seen = set()
for key in bucket.list():
    if newest is None or key.last_modified > newest.last_modified:
        newest = key
for key in bucket.list():
    if key != newest:
        seen.add(key)
print(len(seen))
# ---- after ----
"""Keys of boto 2 were equal to themselves only, and had a hash."""
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _iso_z, _get_bucket, _keys

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "data")
newest = None
seen = set()
for key in _keys(s3, bucket):
    if newest is None or _iso_z(key["LastModified"]) > _iso_z(newest["LastModified"]):
        newest = key
for key in _keys(s3, bucket):
    if key is not newest:
        # TODO(boto3ify): identity a dict stands for this object now, and no set and no key of a dict can be one; use what names it instead
        seen.add(key)
print(len(seen))
