import boto
print(boto.connect_s3().get_bucket('a').get_key('b').size)
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
print(_get_key(s3, _get_bucket(s3, 'a'), 'b').get("Size"))
