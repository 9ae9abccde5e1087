"""Retry decorator, error registry, pickling, deferred handling."""
import copy
import functools
import json
import logging
import pickle
import random
import sys
import time

import boto
import boto.ec2
import boto.exception
from boto import exception as boto_exc
from boto.exception import BotoServerError, EC2ResponseError, S3ResponseError

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)s %(message)s')
log = logging.getLogger('e1')

TRANSIENT = ('RequestLimitExceeded', 'InternalError', 'Unavailable', 'InvalidInstanceID.NotFound')
RETRIABLE = (S3ResponseError, EC2ResponseError)


def retry(exceptions=BotoServerError, tries=3, delay=0):
    def wrap(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            left = tries
            while True:
                try:
                    return fn(*args, **kwargs)
                except exceptions as e:
                    left -= 1
                    if not left or getattr(e, 'error_code', None) not in TRANSIENT:
                        log.info('%s gives up after %d: %s', fn.__name__, tries - left, getattr(e, 'error_code', None))
                        raise
                    time.sleep(delay)
        return inner
    return wrap


@retry(RETRIABLE)
def find(ec2, instance):
    return ec2.get_all_instances([instance])


@retry((EC2ResponseError, ValueError), tries=2)
def group(ec2, name):
    return ec2.get_all_security_groups(groupnames=[name])


@retry()
def peek(s3, bucket):
    return s3.get_bucket(bucket).get_all_keys()


class Result(object):
    def __init__(self, value=None, error=None):
        self.value, self.error = value, error

    @property
    def ok(self):
        return self.error is None

    def describe(self):
        if self.ok:
            return 'ok'
        e = self.error
        return '%s/%s: %s' % (e.status, e.error_code, e.message)


def run_all(jobs):
    results = []
    for name, job in jobs:
        try:
            results.append((name, Result(job())))
        except boto_exc.BotoServerError as exc:
            results.append((name, Result(error=exc)))
    return results


def as_dict(e):
    return {'status': e.status, 'code': e.error_code, 'reason': e.reason, 'message': e.error_message,
            'request': bool(e.request_id)}


def main():
    s3 = boto.connect_s3()
    ec2 = boto.ec2.connect_to_region('us-east-1')
    bucket = s3.create_bucket('e1-bucket')
    for call in (lambda: find(ec2, 'i-12345678'), lambda: group(ec2, 'nothing'), lambda: peek(s3, 'e1-nowhere')):
        try:
            call()
        except boto.exception.BotoServerError as e:
            print(sorted(as_dict(e).items()))
    codes = []
    for request in (lambda: ec2.get_all_security_groups(['nothing']), lambda: ec2.get_key_pair('nothing'),
                    lambda: ec2.get_all_images(['ami-12345678']), lambda: ec2.delete_volume('vol-12345678'),
                    lambda: ec2.release_address(allocation_id='eipalloc-12345678'),
                    lambda: ec2.create_security_group('twice', 'x') and ec2.create_security_group('twice', 'x'),
                    lambda: [ec2.authorize_security_group('twice', ip_protocol='tcp', from_port=1, to_port=1,
                                                          cidr_ip='0.0.0.0/0') for _ in 'ab']):
        try:
            codes.append(request())
        except EC2ResponseError as e:
            codes.append(e.error_code)
    print(codes)
    print(s3.lookup('e1-nowhere'), 'e1-nowhere' in s3, 'e1-bucket' in s3, s3.lookup('Not A Bucket'))
    results = run_all([
        ('volumes', lambda: ec2.get_all_volumes(['vol-12345678'])),
        ('bucket', lambda: s3.get_bucket('e1-nowhere')),
        ('object', lambda: bucket.new_key('k').get_contents_as_string()),
        ('fine', lambda: s3.get_bucket('e1-bucket').name),
    ])
    for name, result in results:
        print(name, result.describe())
    errors = [r.error for _, r in results if not r.ok]
    print([e.status for e in errors], sorted(set(e.error_code for e in errors)))
    first = errors[0]
    print(first.errors, len(errors))
    kinds = {}
    for e in errors:
        kind = 's3' if isinstance(e, S3ResponseError) else 'ec2' if isinstance(e, EC2ResponseError) else '?'
        kinds.setdefault(kind, []).append(e.error_code)
    print(sorted(kinds.items()))
    same = copy.copy(first)
    print(same is not first)
    try:
        try:
            ec2.get_all_key_pairs(['gone'])
        except EC2ResponseError as inner:
            if inner.error_code == 'InvalidKeyPair.NotFound':
                raise KeyError('no key pair: %s' % inner.error_message)
            raise
    except KeyError as outer:
        print(outer.args[0])
    try:
        ec2.get_all_images(['ami-00000000'])
    except Exception as e:
        if hasattr(e, 'error_code'):
            print('boto', e.error_code, getattr(e, 'status', None))
        else:
            print('other', type(e).__name__)
    try:
        int('x')
    except Exception as e:
        print(hasattr(e, 'error_code'), getattr(e, 'status', None), getattr(e, 'error_code', 'none'))
    try:
        ec2.terminate_instances(['i-12345678'])
    except EC2ResponseError as e:
        code, message = e.errors[0]
        print(code, '|', message)
        print(e.args[0], e.args[1])
        print('i-12345678' in str(e), '400' in str(e), 'Bad Request' in str(e))
        text = str(e)
        if 'Bad Request' in text:
            print('bad request')
        log.info('failed with %s (%s)' % (e.code, e.status))
    try:
        s3.get_bucket('e1-bucket').delete_key('x')
        ec2.release_address('1.2.3.4')
    except S3ResponseError as e:
        print('s3 says', e.status)
    except (EC2ResponseError, ValueError) as e:
        print('ec2 says', e.status)
    try:
        try:
            s3.get_bucket('e1-bucket')
            ec2.get_all_addresses(['9.9.9.9'])
        except S3ResponseError:
            print('wrong handler')
    except EC2ResponseError as e:
        print('right handler', e.error_code)


if __name__ == '__main__':
    main()
