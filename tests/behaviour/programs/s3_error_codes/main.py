"""What goes wrong with buckets and keys, and what handlers read from the errors: status, code, message, body."""
import socket
import sys
from boto import connect_s3
import boto.exception
from boto.exception import S3ResponseError, S3CreateError, BotoServerError, BotoClientError
from boto.s3.connection import S3Connection

EXIT_CODES = {403: 3, 404: 4, 409: 9}


class RepositoryError(Exception):
    def __init__(self, cause):
        Exception.__init__(self, '%s (%s)' % (cause.error_code or 'no code', cause.status))
        self.cause = cause


def describe(e):
    return 'status=%r code=%r reason=%r' % (e.status, e.error_code, e.reason)


def attempt(label, fn, *args, **kwargs):
    try:
        result = fn(*args, **kwargs)
    except S3ResponseError as e:
        print('%-18s %s' % (label, describe(e)))
        return e
    except (BotoServerError, BotoClientError) as e:
        print('%-18s refused by the library: %s' % (label, isinstance(e, BotoClientError)))
    except ValueError as e:
        print('%-18s value: %s' % (label, e))
    except (socket.error, AttributeError) as e:
        print('%-18s trouble: %s' % (label, e))
    else:
        print('%-18s ok %r' % (label, result if isinstance(result, (bool, bytes, type(None))) else 'something'))
        return None


def exit_code(fn):
    try:
        fn()
    except S3ResponseError as e:
        return EXIT_CODES.get(e.status, 1)
    return 0


def strict_get(bucket, name):
    key = bucket.get_key(name)
    if not key:
        raise KeyError(name)
    return key


def open_repository(conn, name):
    try:
        return conn.get_bucket(name)
    except S3ResponseError as e:
        raise RepositoryError(e)


def main():
    conn = connect_s3()
    bucket = conn.get_bucket('errors-lab')
    attempt('missing bucket', conn.get_bucket, 'errors-nowhere')
    e = attempt('missing key', bucket.new_key('nope').get_contents_as_string)
    print(e.message, '|', e.error_message == e.message, e.code == e.error_code, 'NoSuchKey' in e.body)
    print(isinstance(e, BotoServerError), isinstance(e, Exception), len(e.args), e.args[:2])
    print(str(e).splitlines()[0])
    attempt('list nowhere', lambda: list(conn.get_bucket('errors-nowhere', validate=False).list()))
    attempt('put nowhere', conn.get_bucket('errors-nowhere', validate=False).new_key('x').set_contents_from_string, 'x')
    attempt('key of nowhere', conn.get_bucket('errors-nowhere', validate=False).get_key, 'x')
    attempt('lookup', conn.lookup, 'errors-nowhere')
    attempt('get_key', bucket.get_key, 'nope')
    attempt('exists', bucket.new_key('nope').exists)
    attempt('not empty', bucket.delete)
    attempt('delete nowhere', conn.delete_bucket, 'errors-nowhere')
    attempt('delete missing', bucket.delete_key, 'nope')
    attempt('upper case', conn.create_bucket, 'Errors-LAB')
    attempt('empty name', bucket.new_key, '')
    attempt('no policy', bucket.get_policy)
    attempt('no website', bucket.get_website_configuration)
    attempt('local file', bucket.get_key('full').get_contents_as_string)
    attempt('bad copy', bucket.copy_key, 'y', 'errors-lab', 'nope')

    print([exit_code(f) for f in (lambda: conn.get_bucket('errors-lab'), lambda: conn.get_bucket('errors-nowhere'),
                                  bucket.delete, bucket.get_policy)])
    try:
        open_repository(conn, 'errors-nowhere')
    except RepositoryError as e:
        print(e, e.cause.status == 404)
    try:
        strict_get(bucket, 'gone')
    except KeyError as e:
        print('KeyError', e)

    found = [n for n in ('full', 'gone', 'other') if bucket.get_key(n)]
    print(found, 'full' in bucket, 'gone' in bucket)
    elsewhere = S3Connection(host='s3-eu-west-1.amazonaws.com')
    try:
        elsewhere.create_bucket('errors-taken', location='eu-west-1')
        elsewhere.create_bucket('errors-taken', location='eu-west-1')
    except S3CreateError as e:
        print('taken: %s %s' % (e.status, e.error_code))
    except boto.exception.BotoServerError as e:
        print('server: %s' % e.status)
    else:
        print('made twice')
    try:
        bucket.set_acl('nonsense')
    except AssertionError:
        print('bad acl', file=sys.stdout)
    try:
        bucket.new_key('file').set_contents_from_filename('no-such-file')
    except IOError as e:
        print('IOError %d, and no key: %s' % (e.errno, bucket.get_key('file')))
    retries = 0
    while retries < 3:
        try:
            conn.get_bucket('errors-late')
            break
        except S3ResponseError as error:
            retries += 1
            if error.status != 404 or retries == 2:
                conn.create_bucket('errors-late')
    print('late after %d' % retries)


if __name__ == '__main__':
    main()
