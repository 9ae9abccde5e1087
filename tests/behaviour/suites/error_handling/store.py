import socket
import time
import boto
import boto.exception
from boto.exception import BotoServerError, BotoClientError, S3ResponseError, S3CreateError, NoAuthHandlerFound

RETRYABLE = (BotoServerError, socket.error)


class StoreError(Exception):
    pass


class NotThere(S3ResponseError):
    pass


def is_missing(error):
    return isinstance(error, S3ResponseError) and error.status == 404


def describe(error):
    if isinstance(error, BotoServerError):
        return '%s %s %s' % (error.status, error.reason, error.error_code)
    return str(error)


def make(conn, name):
    try:
        return conn.create_bucket(name, location='EU')
    except S3CreateError as e:
        if e.error_code == 'BucketAlreadyOwnedByYou':
            return conn.get_bucket(name)
        raise StoreError('%s: %s' % (e.error_code, e.message))
    except S3ResponseError as e:
        raise StoreError('bad: %s' % e.reason)


def retry(func, *args):
    for attempt in range(3):
        try:
            return func(*args)
        except RETRYABLE as e:
            last = e
            if is_missing(e):
                return None
    raise last


def read(conn, bucket, name):
    try:
        return conn.get_bucket(bucket).get_key(name).get_contents_as_string()
    except AttributeError:
        return None
    except (S3ResponseError, boto.exception.BotoClientError) as e:
        raise StoreError(describe(e))
    except Exception as e:
        if hasattr(e, 'error_code'):
            raise StoreError(e.error_code)
        raise


def guarded(conn, name):
    try:
        conn.get_bucket(name)
    except boto.exception.S3ResponseError as e:
        if e.status == 403:
            raise boto.exception.NoAuthHandlerFound('denied')
        if e.status in (404, 410):
            return None
        raise
