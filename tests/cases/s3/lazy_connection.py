import boto


class Store(object):
    _conn = None
    _bucket = None

    @property
    def conn(self):
        if self._conn is None:
            self._conn = boto.connect_s3()
        return self._conn

    @property
    def bucket(self):
        if self._bucket is None:
            self._bucket = self.conn.get_bucket("data")
        return self._bucket

    def size(self, name):
        return self.bucket.get_key(name).size


class Other(object):
    def __init__(self):
        self._conn = None

    def conn(self):
        if self._conn is None:
            self._conn = boto.connect_s3()
        return self._conn

    def bucket(self):
        return self.conn().get_bucket("data")

    def size(self, name):
        return self.bucket().get_key(name).size
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _get_bucket, _described, _get_key, _key

class Store(object):
    _conn = None
    _bucket = None

    @property
    def conn(self):
        if self._conn is None:
            self._conn = boto3.client(
                "s3", region_name="us-east-1", config=S3_CONFIG
            )
        return self._conn

    @property
    def bucket(self):
        if self._bucket is None:
            self._bucket = _get_bucket(self.conn, "data")
        return self._bucket

    def size(self, name):
        return _get_key(self.conn, self.bucket, name).get("Size")


class Other(object):
    def __init__(self):
        self._conn = None

    def conn(self):
        if self._conn is None:
            self._conn = boto3.client(
                "s3", region_name="us-east-1", config=S3_CONFIG
            )
        return self._conn

    def bucket(self):
        return _get_bucket(self.conn(), "data")

    def size(self, name):
        return _get_key(self.conn(), self.bucket(), name).get("Size")
