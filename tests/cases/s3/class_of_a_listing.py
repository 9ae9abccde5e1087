"""Nothing stands for the class of a listing: it is what can be looped over."""
import boto
from boto.s3.bucketlistresultset import BucketListResultSet

found = boto.connect_s3().get_bucket("data").list()
print(isinstance(found, BucketListResultSet))
# ---- after ----
"""Nothing stands for the class of a listing: it is what can be looped over."""
import boto3
from botocore.config import Config
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.s3.bucketlistresultset import BucketListResultSet

# emitted: S3_CONFIG, _get_bucket, _anew, _keys, _list

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
found = _list(s3, _get_bucket(s3, "data"))
# TODO(boto3ify): types.test nothing stands for an object of this class any more; test for what the code needs of it
print(isinstance(found, BucketListResultSet))
