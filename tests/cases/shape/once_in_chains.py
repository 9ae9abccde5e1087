"""What a chain makes on its way is made once, also where boto3 needs it in several places."""
import boto
from boto.s3.connection import S3Connection

boto.connect_s3().create_bucket("reports").new_key("a").set_contents_from_string("abc")


def sizes(name):
    return [key.size for key in S3Connection().get_bucket(name)]


def show(name):
    for key in boto.connect_s3().get_bucket(name):
        print(key.name)
# ---- after ----
"""What a chain makes on its way is made once, also where boto3 needs it in several places."""
import boto3
from botocore.config import Config
from botocore.exceptions import ParamValidationError

# emitted: S3_CONFIG, _IDENTIFIERS, _service, _object, _objects, _get_bucket, _create_bucket, _keys

s3 = boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)
_object(
    (bucket := _object(s3, "Bucket", _create_bucket(s3.meta.client, "reports"))),
    "Object",
    {"Bucket": bucket.name, "Key": "a"},
).meta.client.put_object(Bucket=bucket.name, Key="a", Body="abc", ContentType="application/octet-stream")


def sizes(name):
    return [key.meta.data.get("Size") for key in (lambda bucket: _objects(bucket, "Object", _keys(bucket.meta.client, bucket.name)))(
        (
            lambda connection: _object(
                connection, "Bucket", _get_bucket(connection.meta.client, name)
            )
        )(boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG))
    )]


def show(name):
    s3 = boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)
    for key in _objects(
        (bucket := _object(s3, "Bucket", _get_bucket(s3.meta.client, name))),
        "Object",
        _keys(bucket.meta.client, bucket.name),
    ):
        print(key.meta.data["Key"])
