import os
import boto
os.environ['S3_USE_SIGV4'] = 'True'
conn = boto.connect_s3(host='s3.eu-central-1.amazonaws.com')
print(conn.generate_url(60, 'GET', 'stock', 'a'))
# ---- after ----
import os
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _key, _signed_url

conn = boto3.client(
    "s3",
    region_name="eu-central-1",
    config=S3_CONFIG.merge(Config(s3={"addressing_style": "virtual"})),
)
print(_signed_url(conn, 60, 'GET', 'stock', 'a'))
