from boto.s3.connection import S3Connection

conn = S3Connection()
conn.create_bucket('one')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
conn.create_bucket(Bucket='one')
