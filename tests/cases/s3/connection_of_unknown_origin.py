"""A method that boto3 has as well: with a positional argument, it can only be boto 2's."""
import boto
from plugins import handlers


@handlers.register
def make(conn, name):
    return conn.create_bucket(name)


@handlers.register
def make_again(client, name):
    return client.create_bucket(Bucket=name)


handlers.run(boto.connect_s3())
# ---- after ----
"""A method that boto3 has as well: with a positional argument, it can only be boto 2's."""
import boto3
from botocore.config import Config
from plugins import handlers

# emitted: S3_CONFIG

@handlers.register
def make(conn, name):
    # TODO(boto3ify): unknown-type this looks like boto 2's s3.Connection, but the tool cannot see where the object comes from; give a type hint
    return conn.create_bucket(name)


@handlers.register
def make_again(client, name):
    return client.create_bucket(Bucket=name)


handlers.run(boto3.client("s3", region_name="us-east-1", config=S3_CONFIG))
