import json
from boto.s3.connection import S3Connection, OrdinaryCallingFormat
from boto.exception import S3ResponseError


class MissingReport(Exception):
    pass


def get_connection(key, secret):
    return S3Connection(key, secret, is_secure=True, calling_format=OrdinaryCallingFormat())


def publish(conn, bucket_name, name, report):
    bucket = conn.get_bucket(bucket_name, validate=False)
    key = bucket.new_key('reports/%s.json' % name)
    key.set_contents_from_string(json.dumps(report), headers={'Content-Type': 'application/json'}, policy='public-read')
    return key


def fetch(conn, bucket_name, name):
    bucket = conn.get_bucket(bucket_name, validate=False)
    key = bucket.get_key('reports/%s.json' % name)
    if not key:
        raise MissingReport(name)
    return json.loads(key.get_contents_as_string().decode('utf-8'))


def exists(conn, bucket_name):
    try:
        conn.head_bucket(bucket_name)
        return True
    except S3ResponseError as exc:
        if exc.status == 404:
            return False
        raise


def prune(conn, bucket_name, keep):
    bucket = conn.get_bucket(bucket_name)
    names = sorted((k.name for k in bucket.list('reports/')))
    doomed = names[:-keep]
    result = bucket.delete_keys(doomed)
    return [d.key for d in result.deleted]
