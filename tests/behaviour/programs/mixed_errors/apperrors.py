"""One vocabulary for the errors of all services."""
import logging
import socket

from boto.exception import BotoClientError, BotoServerError, EC2ResponseError, S3CreateError, S3ResponseError

log = logging.getLogger('app')

IGNORED = frozenset(['InvalidGroup.NotFound', 'NoSuchKey', 'NoSuchBucketPolicy'])


class AppError(Exception):
    code = None

    @classmethod
    def wrap(cls, error):
        new = cls('%s: %s' % (error.error_code, error.message))
        new.code, new.status = error.error_code, error.status
        return new


class NotThere(AppError):
    pass


def translate(fn):
    def inner(*args, **kwargs):
        try:
            return fn(*args, **kwargs)
        except (S3ResponseError, EC2ResponseError) as e:
            raise (NotThere if e.status == 404 or e.error_code.endswith('NotFound') else AppError).wrap(e)
    return inner


class quiet(object):
    """with quiet('Code'): ..."""

    def __init__(self, *codes):
        self.codes = codes or IGNORED
        self.seen = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is not None and issubclass(kind, BotoServerError) and error.error_code in self.codes:
            self.seen = error.error_code
            return True
        return False


def classify(fn):
    try:
        fn()
    except S3CreateError as e:
        return 'create', e.status, e.error_code
    except S3ResponseError as e:
        return 's3', e.status, e.error_code
    except EC2ResponseError as e:
        return 'ec2', e.status, e.errors
    except BotoServerError as e:
        return 'server', e.status
    except BotoClientError as e:
        return 'client'
    except (socket.error, IOError) as e:
        return 'io', e.errno
    except Exception:
        return 'other'
    return 'fine'


def reraise(fn, codes):
    try:
        return fn()
    except BotoServerError as e:
        if e.error_code not in codes:
            raise
        log.warning('ignored %s (%s)', e.error_code, e.reason)
        return None
