"""What callers may catch. Nobody outside of this package should see an exception of boto."""
from boto.exception import BotoServerError, S3ResponseError


class MediaError(Exception):
    pass


class MediaNotFound(MediaError):
    pass


class MediaExists(MediaError):
    pass


def translate(error, name):
    """Our exception for one of boto's."""
    if isinstance(error, S3ResponseError) and error.status == 404:
        return MediaNotFound(name)
    if isinstance(error, BotoServerError):
        return MediaError('%s: %s (%s)' % (name, error.error_code, error.status))
    return MediaError('%s: %s' % (name, error))
