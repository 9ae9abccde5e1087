# Own errors derived from boto's, raised by hand; handlers in base classes.
import sys
import traceback
import boto
from boto.exception import BotoServerError, S3ResponseError, S3CreateError, S3CopyError, S3DataError, BotoClientError
from boto.exception import NoAuthHandlerFound, AWSConnectionError, S3PermissionsError, StorageResponseError
from boto.exception import InvalidUriError


class NotFound(S3ResponseError):
    """404 of our own"""
    def __init__(self, name):
        super(NotFound, self).__init__(404, 'Not Found', '<Error><Code>NoSuchThing</Code><Message>%s</Message></Error>' % name)
        self.name = name


class Frozen(BotoServerError):
    pass


class StoreError(Exception):
    def __init__(self, original):
        self.original = original
        Exception.__init__(self, getattr(original, 'reason', str(original)))

    @property
    def status(self):
        return getattr(self.original, 'status', 500)

    def __str__(self):
        return 'StoreError(%d %s)' % (self.status, self.original.reason)


class Store(object):
    error_types = (S3ResponseError, S3CreateError, BotoClientError)

    def __init__(self, conn, name):
        self.conn, self.name = conn, name
        self.last_error = None

    def bucket(self):
        try:
            return self.conn.get_bucket(self.name)
        except S3ResponseError as e:
            if e.status == 404:
                return self.conn.create_bucket(self.name)
            elif e.status == 403:
                raise StoreError(e)
            raise

    def read(self, name):
        try:
            key = self.bucket().get_key(name)
            if key is None:
                raise NotFound(name)
            return key.get_contents_as_string()
        except self.error_types as e:
            self.last_error = e
            raise StoreError(e)

    def guarded(self, fn, *args):
        try:
            return fn(*args)
        except self.error_types:
            exc_type, exc, tb = sys.exc_info()
            self.last_error = exc
            return exc


def fail(status, reason, body=None):
    raise S3ResponseError(status, reason, body)


def main():
    store = Store(boto.connect_s3(), 'e2-store')
    try:
        store.read('absent')
    except StoreError as e:
        print(e, e.status, e.original.error_code, e.original.message, store.last_error.status)
    error = store.guarded(fail, 503, 'Service Unavailable', '<Error><Code>SlowDown</Code><Message>wait</Message></Error>')
    print(error.status, error.reason, error.error_code, error.message)
    error = store.guarded(fail, 500, 'Internal Server Error', '<Error/>')
    print(error.status, error.args[0], error.args[1], len(error.args))
    try:
        raise Frozen(409, 'Conflict')
    except BotoServerError as e:
        print('frozen', e.status, e.reason)
    try:
        raise NotFound('thing')
    except StorageResponseError as e:
        print(type(e).__name__, e.name, e.status, e.error_code, isinstance(e, BotoServerError))
    for make in (lambda: BotoClientError('client trouble'), lambda: S3PermissionsError('perm trouble'),
                 lambda: AWSConnectionError('no wire')):
        try:
            raise make()
        except BotoClientError as e:
            print('client', e.reason)
        except InvalidUriError as e:
            print('uri', e.message)
        except Exception as e:
            print('other', type(e), e)
    try:
        store.conn.create_bucket('Upper-Case')
    except BotoClientError as e:
        print('refused')
    except S3ResponseError as e:
        print('refused by s3')
    b = store.bucket()
    k = b.new_key('real')
    k.set_contents_from_string('x')
    try:
        b.copy_key('copy', 'e2-store', 'unreal')
    except S3CopyError as e:
        print('copy', e.status)
    except S3ResponseError as e:
        print('resp', e.status, e.error_code)
    try:
        b.delete()
    except S3ResponseError as e:
        print(e.status, e.error_code, e.reason, e.message)
    except:
        print('unexpected', sys.exc_info()[0])
        raise
    try:
        boto.connect_s3().get_bucket('e2-none')
    except S3ResponseError as e:
        print(e.status, e.error_code, e.reason, e.message)
        if e.error_code == 'NoSuchBucket' or e.status in (403, 404):
            print('none')
    except (BotoClientError, NoAuthHandlerFound) as e:
        print('config')
    finally:
        print('done')


main()
