from boto.s3.connection import S3Connection

old = S3Connection(host='s3-eu-west-1.amazonaws.com')
new = S3Connection(host='s3.eu-central-1.amazonaws.com')
dual = S3Connection(host='s3.dualstack.us-west-2.amazonaws.com')
east = S3Connection(host='s3-external-1.amazonaws.com')
plain = S3Connection(host='s3.amazonaws.com')
china = S3Connection(host='s3.cn-north-1.amazonaws.com.cn')
print([c.get_all_buckets() for c in (old, new, dual, east, plain, china)])
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG

old = boto3.client("s3", region_name="eu-west-1", config=S3_CONFIG)
new = boto3.client("s3", region_name="eu-central-1", config=S3_CONFIG)
dual = boto3.client(
    "s3",
    region_name="us-west-2",
    config=S3_CONFIG.merge(Config(use_dualstack_endpoint=True)),
)
east = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
plain = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
china = boto3.client("s3", region_name="cn-north-1", config=S3_CONFIG)
print([[
    bucket["Name"] for bucket in c.list_buckets()["Buckets"]
] for c in (old, new, dual, east, plain, china)])
