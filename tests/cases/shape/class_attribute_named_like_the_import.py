import boto
from boto.s3.key import Key


class Store(object):
    Key = Key
    shared = None

    def __init__(self):
        self.bucket = boto.connect_s3().get_bucket("b", validate=False)

    def save(self, name, text):
        key = self.Key(self.bucket)
        key.key = name
        key.set_contents_from_string(text)
# ---- after ----
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _IDENTIFIERS, _service, _object, _objects, _new_object, _key

class Store(object):
    Key = staticmethod(_new_object)
    shared = None

    def __init__(self):
        s3 = boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)
        self.bucket = _object(s3, "Bucket", "b")

    def save(self, name, text):
        key = self.Key(self.bucket)
        key.meta.data["Key"] = name
        key.meta.client.put_object(
            Bucket=key.meta.data["Bucket"],
            Key=_key(key.meta.data["Key"]),
            Body=text,
            ContentType="application/octet-stream",
        )
