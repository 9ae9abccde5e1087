import unittest

try:
    import boto
    import boto.ec2
    from boto.exception import S3ResponseError
    from boto.s3.key import Key
except ImportError:
    boto = None
    Key = None
    S3ResponseError = None
    AVAILABLE = False
else:
    AVAILABLE = boto is not None


@unittest.skipIf(boto is None, "boto is missing")
class Store(object):
    usable = bool(boto and Key)

    def __init__(self, name):
        if not boto:
            raise RuntimeError("boto is missing")
        if Key is None or S3ResponseError is None:
            raise RuntimeError("boto is too old")
        self.bucket = boto.connect_s3().get_bucket(name)

    def sizes(self):
        try:
            return [key.size for key in self.bucket.list()] if boto else []
        except S3ResponseError:
            return []

    def kind(self, guessed):
        return guessed or Key.DefaultContentType
# ---- after ----
import unittest

# emitted: _IDENTIFIERS, _service, _object, _objects, _get_bucket, _keys

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import ClientError
    S3_CONFIG = Config(
        signature_version="s3v4",
        connect_timeout=10,
        read_timeout=70,
        retries={"total_max_attempts": 7, "mode": "standard"},
    )
except ImportError:
    boto3 = None
    ClientError = None
    AVAILABLE = False
else:
    AVAILABLE = boto3 is not None


@unittest.skipIf(boto3 is None, "boto is missing")
class Store(object):
    usable = bool(boto3 and boto3)

    def __init__(self, name):
        if not boto3:
            raise RuntimeError("boto is missing")
        if boto3 is None or ClientError is None:
            raise RuntimeError("boto is too old")
        s3 = boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)
        self.bucket = _object(s3, "Bucket", _get_bucket(s3.meta.client, name))

    def sizes(self):
        try:
            return [key.meta.data.get("Size") for key in _objects(
                self.bucket,
                "Object",
                _keys(self.bucket.meta.client, self.bucket.name),
            )] if boto3 else []
        except ClientError:
            return []

    def kind(self, guessed):
        return guessed or "application/octet-stream"
