import shutil

import boto


class Stored:
    def __init__(self, key):
        self._key = key

    def content(self):
        print("asked for", self._key.name, self._key.bucket.name)
        return self._key

    def save(self, out):
        shutil.copyfileobj(self.content(), out)

    def remove(self):
        self._key.delete()


def store(name):
    return Stored(boto.connect_s3().get_bucket("data").get_key(name))


with open("copy", "wb") as out:
    store("report").save(out)
store("report").remove()
# ---- after ----
import shutil
import re
from urllib.parse import unquote

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _IDENTIFIERS, _service, _object, _objects, _get_bucket, _delete_key, _delete, _described, _get_key, _key, _open, _body

class Stored:
    def __init__(self, key):
        self._key = key

    def content(self):
        print("asked for", self._key.meta.data["Key"], self._key.meta.data["Bucket"])
        return self._key

    def save(self, out):
        shutil.copyfileobj(_body(
            (key_aws := self.content()).meta.client, key_aws.meta.data
        ), out)

    def remove(self):
        _delete(self._key.meta.client, self._key.meta.data)


def store(name):
    s3 = boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)
    return Stored(_object(
        (bucket := _object(s3, "Bucket", _get_bucket(s3.meta.client, "data"))),
        "Object",
        _get_key(bucket.meta.client, bucket.name, name),
    ))


with open("copy", "wb") as out:
    store("report").save(out)
store("report").remove()
