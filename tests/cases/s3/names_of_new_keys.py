"""A name that may be empty is checked, as boto 2 checked it; one with some text of its own is not."""
import boto


def store(bucket_name, name, day, data):
    bucket = boto.connect_s3().get_bucket(bucket_name)
    plain = bucket.new_key("logs/%s" % day)
    plain.set_contents_from_string(data)
    key = bucket.new_key(name)
    key.set_contents_from_string(data)
    bucket.new_key(name + ".md5").set_contents_from_string(data)
    bucket.delete_key(name)
    for listed in bucket.list("old/"):
        bucket.delete_key(listed.name)
# ---- after ----
"""A name that may be empty is checked, as boto 2 checked it; one with some text of its own is not."""
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _keys, _key, _named

def store(bucket_name, name, day, data):
    s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    bucket = _get_bucket(s3, bucket_name)
    plain = {"Bucket": bucket, "Key": "logs/%s" % day}
    s3.put_object(
        Bucket=plain["Bucket"],
        Key=_key(plain["Key"]),
        Body=data,
        ContentType="application/octet-stream",
    )
    key = {"Bucket": bucket, "Key": _named(name)}
    s3.put_object(
        Bucket=key["Bucket"], Key=_key(key["Key"]), Body=data, ContentType="application/octet-stream"
    )
    s3.put_object(
        Bucket=bucket, Key=_key(name + ".md5"), Body=data, ContentType="application/octet-stream"
    )
    s3.delete_object(Bucket=bucket, Key=_key(_named(name)))
    for listed in _keys(s3, bucket, "old/"):
        s3.delete_object(Bucket=bucket, Key=_key(listed["Key"]))
