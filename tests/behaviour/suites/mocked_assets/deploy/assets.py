import mimetypes
import os
import boto
from boto.s3.key import Key
from boto.exception import S3ResponseError


def connect():
    return boto.connect_s3(os.environ.get('AWS_KEY'), os.environ.get('AWS_SECRET'))


def upload(path, bucket_name):
    conn = connect()
    bucket = conn.get_bucket(bucket_name)
    key = Key(bucket, os.path.basename(path))
    key.set_contents_from_filename(path)
    key.make_public()
    return key.generate_url(0, query_auth=False)


def count(bucket_name):
    conn = boto.connect_s3()
    return len(list(conn.get_bucket(bucket_name).list()))


def bucket_names():
    conn = connect()
    return [b.name for b in conn.get_all_buckets()]
