"""Metadata among the headers of an upload; a value that may not be ASCII takes the helper."""
import boto


def note(bucket, name, text):
    """:type bucket: boto.s3.bucket.Bucket"""
    headers = {"x-amz-meta-Source": "note", "Cache-Control": "no-cache"}
    key = bucket.new_key("notes/" + name)
    key.set_contents_from_string(text, headers={"x-amz-meta-Source": "note", "Cache-Control": "no-cache"})
    return headers


note(boto.connect_s3().get_bucket("data"), "a", "text")
# ---- after ----
"""Metadata among the headers of an upload; a value that may not be ASCII takes the helper."""
import re
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket, _key

def note(s3, bucket, name, text):
    """:type bucket: str"""
    headers = {"x-amz-meta-Source": "note", "Cache-Control": "no-cache"}
    key = {"Bucket": bucket, "Key": "notes/" + name}
    s3.put_object(
        Bucket=key["Bucket"],
        Key=_key(key["Key"]),
        Body=text,
        CacheControl="no-cache",
        Metadata={"source": "note"},
        ContentType="application/octet-stream",
    )
    return headers


s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
note(s3, _get_bucket(s3, "data"), "a", "text")
