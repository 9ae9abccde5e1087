import boto.utils
from boto.compat import json, six, urllib

print(urllib.parse.quote("a b"), json.dumps([1]), six.PY3)
print(boto.utils.urllib.parse.urlparse("s3://a/b").netloc, boto.utils.time.time() > 0)
# ---- after ----
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from six import PY3

print(urllib.parse.quote("a b"), json.dumps([1]), PY3)
print(urllib.parse.urlparse("s3://a/b").netloc, time.time() > 0)
