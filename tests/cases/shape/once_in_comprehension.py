import boto


class Store:
    def __init__(self, name):
        self.name = name

    def get_bucket(self):
        return boto.connect_s3().get_bucket(self.name)


def names(store):
    return [key.name for key in store.get_bucket().list()]


print(names(Store("data")))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _IDENTIFIERS, _service, _object, _objects, _get_bucket, _keys

class Store:
    def __init__(self, name):
        self.name = name

    def get_bucket(self):
        s3 = boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)
        return _object(s3, "Bucket", _get_bucket(s3.meta.client, self.name))


def names(store):
    return [key.meta.data["Key"] for key in (
        lambda bucket: _objects(
            bucket, "Object", _keys(bucket.meta.client, bucket.name)
        )
    )(store.get_bucket())]


print(names(Store("data")))
