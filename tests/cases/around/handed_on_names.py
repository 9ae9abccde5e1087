import boto
from boto.compat import StringIO, json, six, urlparse

conn = boto.connect_s3()
text = json.dumps({"a": 1})
print(json.loads(text), urlparse("s3://x/y").netloc, StringIO(text).read(), six.text_type("x"))
# ---- after ----
import json
from io import StringIO
from urllib.parse import urlparse
import boto3
from botocore.config import Config
from six import text_type

# emitted: S3_CONFIG

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
text = json.dumps({"a": 1})
print(json.loads(text), urlparse("s3://x/y").netloc, StringIO(text).read(), text_type("x"))
