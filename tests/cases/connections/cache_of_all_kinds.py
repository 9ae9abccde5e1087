import boto

_made = {}


def remember(name, make):
    if name not in _made:
        _made[name] = make()
    return _made[name]


def connection():
    return remember("s3", boto.connect_s3)


def bucket():
    return remember("bucket", lambda: connection().get_bucket("data"))


found = bucket()
print(found.list())
print([key.name for key in found.list()])
# ---- after ----
import re
from functools import partial
from urllib.parse import quote
import boto3
from botocore import UNSIGNED
from botocore.config import Config

# emitted: S3_CONFIG, _IDENTIFIERS, _endpoint, _aws_region, _proxies, _s3_connection, _connection, _service, _object, _objects, _listing, _get_bucket, _anew, _keys, _list

_made = {}


def remember(name, make):
    if name not in _made:
        _made[name] = make()
    return _made[name]


def connection():
    return remember("s3", partial(
        _s3_connection, config=S3_CONFIG, kind="resource"
    ))


def bucket():
    return remember("bucket", lambda: _object(
        (connection_aws := connection()),
        "Bucket",
        _get_bucket(connection_aws.meta.client, "data"),
    ))


found = bucket()
print(_listing(found, "Object", _list(found.meta.client, found.name)))
print([key.meta.data["Key"] for key in _objects(
    found, "Object", _keys(found.meta.client, found.name)
)])
