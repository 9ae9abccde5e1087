import logging
import boto
from boto.exception import S3ResponseError, EC2ResponseError, BotoServerError, NoAuthHandlerFound

log = logging.getLogger(__name__)


class Missing(Exception):
    pass


def exists(name):
    try:
        boto.connect_s3().get_bucket(name)
    except S3ResponseError as e:
        if e.status == 404:
            return False
        raise
    return True


def load(bucket, path):
    try:
        key = bucket.get_key(path)
        if key is None:
            raise Missing(path)
        return key.get_contents_as_string()
    except S3ResponseError as e:
        log.error('could not read %s: %s', path, e.error_code)
        raise


def connect():
    try:
        return boto.connect_ec2()
    except NoAuthHandlerFound:
        return None
