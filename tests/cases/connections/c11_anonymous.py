import boto
from boto.s3.connection import S3Connection

conn = S3Connection(anon=True)
other = boto.connect_s3(anon=False)
def public(anonymous):
    return boto.connect_s3(anon=anonymous)
print(conn.get_bucket('public', validate=False).get_key('x'))
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _shown, _described, _get_key, _key

conn = boto3.client(
    "s3",
    region_name="us-east-1",
    config=S3_CONFIG.merge(Config(signature_version=UNSIGNED)),
)
other = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
def public(anonymous):
    return boto3.client(
        "s3",
        region_name="us-east-1",
        config=S3_CONFIG.merge(
            Config(signature_version=UNSIGNED if anonymous else "s3v4")
        ),
    )
print(_shown(_get_key(conn, 'public', 'x'), "<Key: %s,%s>", "Bucket", "Key"))
