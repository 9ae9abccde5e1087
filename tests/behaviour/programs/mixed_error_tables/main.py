"""Two layers of own errors, chained, with tables of classes; errors in modules as constants."""
import sys
import functools
import boto
import boto.exception
from boto.exception import S3ResponseError as S3Err, BotoServerError as ServerErr, EC2ResponseError
from boto.exception import S3CreateError, S3CopyError, S3DataError, BotoClientError

CAUGHT = [S3Err, EC2ResponseError]
CAUGHT += [BotoClientError]
TABLE = {404: 'NotFound', 403: 'Forbidden', 409: 'Conflict', 400: 'Bad'}
ALIASES = {'NoSuchBucket': 'bucket', 'NoSuchKey': 'key', None: 'nothing'}


class ApiError(Exception):
    status = None

    def __init__(self, msg=None, **kw):
        self.extra = kw
        Exception.__init__(self, msg or self.__class__.__name__)


ERRORS = {}
for _status, _name in TABLE.items():
    ERRORS[_status] = type(_name, (ApiError,), {'status': _status})


def api(fn):
    @functools.wraps(fn)
    def wrapped(*a, **kw):
        try:
            return fn(*a, **kw)
        except tuple(CAUGHT) as e:
            cls = ERRORS.get(getattr(e, 'status', None), ApiError)
            raise cls(getattr(e, 'error_message', None) or str(type(e).__name__ != ''), code=getattr(e, 'error_code', None),
                      what=ALIASES.get(getattr(e, 'error_code', None), '?'))
    return wrapped


class Api(object):
    def __init__(self):
        self.s3 = boto.connect_s3()
        self.ec2 = boto.connect_ec2()

    @api
    def bucket(self, name):
        return self.s3.get_bucket(name).name

    @api
    def read(self, bucket, name):
        return self.s3.get_bucket(bucket, validate=False).new_key(name).get_contents_as_string()

    @api
    def image(self, ami):
        return self.ec2.get_image(ami).id

    @api
    def drop(self, bucket):
        self.s3.delete_bucket(bucket)

    @api
    def raises(self, which):
        if which == 's3':
            raise S3Err(403, 'Forbidden', '<Error><Code>AccessDenied</Code><Message>no</Message></Error>')
        elif which == 'client':
            raise BotoClientError('wrong')
        raise S3Err(404, 'Not Found')


def safe(default):
    def deco(fn):
        def inner(*args):
            try:
                return fn(*args)
            except ServerErr as e:
                if e.status // 100 == 4:
                    return default
                raise
        return inner
    return deco


@safe(default=[])
def listing(conn, name):
    return [k.name for k in conn.get_bucket(name)]


@safe(None)
def first(conn, name):
    return next(iter(conn.get_bucket(name))).name


def main():
    a = Api()
    b = a.s3.create_bucket('hier-bucket')
    b.new_key('k').set_contents_from_string('v')
    for call in (lambda: a.bucket('hier-bucket'), lambda: a.bucket('hier-none'), lambda: a.read('hier-bucket', 'k'),
                 lambda: a.read('hier-bucket', 'none'), lambda: a.read('hier-none', 'x'), lambda: a.image('ami-12345678'),
                 lambda: a.drop('hier-bucket'), lambda: a.raises('s3'), lambda: a.raises(''), lambda: a.raises('client')):
        try:
            print(call())
        except ApiError as e:
            print(type(e).__name__, e.status, sorted(e.extra.items(), key=str), bool(e.args[0]))
    print(listing(a.s3, 'hier-bucket'), listing(a.s3, 'hier-none'), first(a.s3, 'hier-bucket'), first(a.s3, 'hier-none'))
    try:
        a.s3.create_bucket('hier-bucket', location='EU')
    except S3CreateError as e:
        print('create', e.status, e.error_code, e.reason)
    except S3Err as e:
        print('response', e.status, e.error_code)
    exc = None
    try:
        a.s3.get_bucket('hier-none')
    except (S3CopyError, S3DataError):
        print('never')
    except S3Err as exc2:
        exc = exc2
    finally:
        print(exc is not None and exc.status)
    try:
        raise exc
    except boto.exception.StorageResponseError as e:
        print(e is exc, e.code)


main()
