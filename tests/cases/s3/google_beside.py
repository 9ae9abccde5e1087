import boto


def connect(kind):
    if kind == "gs":
        return boto.connect_gs()
    return boto.connect_s3()


bucket = connect("s3").get_bucket("data")
bucket.delete_key("old")
# ---- after ----
import boto3
from botocore.config import Config
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
import boto

# emitted: S3_CONFIG, _IDENTIFIERS, _service, _object, _objects, _get_bucket

def connect(kind):
    if kind == "gs":
        # TODO(boto3ify): other-services boto 2's gs is outside of what boto3ify converts: Google Storage is not AWS's: use google-cloud-storage
        return boto.connect_gs()
    return boto3.resource("s3", region_name="us-east-1", config=S3_CONFIG)


bucket = _object(
    (connection := connect("s3")),
    "Bucket",
    _get_bucket(connection.meta.client, "data"),
)
bucket.meta.client.delete_object(Bucket=bucket.name, Key="old")
