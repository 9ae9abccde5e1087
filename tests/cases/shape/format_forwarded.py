"""Templates that a function of the program formats with all that it gets."""
import boto
from boto.exception import S3ResponseError


def say(text, *args, **kwargs):
    print(text.format(*args, **kwargs))


conn = boto.connect_s3()
try:
    for key in conn.get_bucket("reports"):
        say("{0.size:>10} {0.name}", key)
        say("{} bytes", key.size)
except S3ResponseError as e:
    say("{e.status}: {e.reason}", e=e)
# ---- after ----
"""Templates that a function of the program formats with all that it gets."""
from http.client import responses
from types import SimpleNamespace
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _reason, _get_bucket, _keys

def say(text, *args, **kwargs):
    print(text.format(*args, **kwargs))


conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
try:
    for key in _keys(conn, _get_bucket(conn, "reports")):
        say(
            "{0.size:>10} {0.name}",
            SimpleNamespace(size=key.get("Size"), name=key["Key"]),
        )
        say("{} bytes", key.get("Size"))
except ClientError as e:
    say(
        "{e.status}: {e.reason}",
        e=SimpleNamespace(
            status=e.response["ResponseMetadata"]["HTTPStatusCode"],
            reason=_reason(e),
        ),
    )
