import boto


class Document:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return self.key.size < other.key.size


bucket = boto.connect_s3().get_bucket("data", validate=False)
print(sorted(Document(key) for key in bucket.list()))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _keys

class Document:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return self.key.get("Size") < other.key.get("Size")


s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = "data"
print(sorted(Document(key) for key in _keys(s3, bucket)))
