"""Errors of two services in one program: dispatch on codes, retries, chained handlers, re-raising, logging of boto."""
import logging
import sys
import traceback

import boto
import boto.ec2
import boto.exception
from boto.exception import (BotoClientError, BotoServerError, EC2ResponseError, S3CreateError, S3PermissionsError,
                            S3ResponseError)
from apperrors import *
from apperrors import IGNORED as EXPECTED

logging.basicConfig(level=logging.WARNING, stream=sys.stdout, format='%(levelname)s:%(name)s:%(message)s')
logging.getLogger('boto').setLevel(logging.CRITICAL)
log = logging.getLogger('app')


def main():
    s3, ec2 = boto.connect_s3(), boto.connect_ec2()
    bucket = s3.create_bucket('mixed-errors')
    cases = [
        lambda: s3.get_bucket('mixed-absent'),
        lambda: bucket.new_key('k').read(),
        lambda: ec2.get_all_security_groups(['absent']),
        lambda: ec2.get_all_instances(['i-00000000', 'i-00000001']),
        lambda: ec2.get_all_key_pairs(['absent']),
        lambda: ec2.attach_volume('vol-00000000', 'i-00000000', '/dev/sdf'),
        lambda: s3.create_bucket('UPPER'),
        lambda: bucket.new_key('k').set_contents_from_filename('absent'),
        lambda: bucket.get_key('k').name,
        lambda: bucket.set_acl('public'),
        lambda: bucket.get_all_keys(),
        lambda: boto.ec2.connect_to_region('absent').get_all_zones(),
    ]
    for n, case in enumerate(cases):
        print(n, classify(case))

    get = translate(lambda name: bucket.new_key(name).get_contents_as_string())
    groups = translate(ec2.get_all_security_groups)
    remove = translate(s3.delete_bucket)
    bucket.new_key('present').set_contents_from_string('here')
    for call, arg in ((get, 'present'), (get, 'absent'), (groups, ['absent']), (groups, ['default']), (remove, 'mixed-errors'),
                      (remove, 'mixed-absent')):
        try:
            result = call(arg)
            print('ok', result if isinstance(result, bytes) else len(result))
        except NotThere as e:
            print('not there:', e.code, e.status)
        except AppError as e:
            print('refused:', e.code, e)

    with quiet() as q:
        bucket.get_policy()
    print(q.seen)
    with quiet('InvalidKeyPair.Duplicate') as q:
        ec2.create_key_pair('twice')
        ec2.create_key_pair('twice')
    print(q.seen)
    print(reraise(bucket.get_policy, EXPECTED), reraise(lambda: ec2.delete_security_group('absent'), EXPECTED))
    try:
        reraise(lambda: ec2.get_all_volumes(['vol-00000000']), EXPECTED)
    except EC2ResponseError as e:
        print('again %s, %d error, request id %s' % (e.error_code, len(e.errors), e.request_id is not None))
        print('InvalidVolume.NotFound' in str(e), 'InvalidVolume.NotFound' in traceback.format_exc())
        print(isinstance(e, BotoServerError), isinstance(e, S3ResponseError), e.error_message == e.message)
    try:
        raise S3PermissionsError('only mine')
    except BotoClientError as e:
        print('%s' % e.reason)
    print(issubclass(S3CreateError, S3ResponseError), boto.exception.NoAuthHandlerFound.__name__)
    attempts = []
    while True:
        try:
            attempts.append(len(attempts))
            s3.get_bucket('mixed-later').delete()
            break
        except S3ResponseError as e:
            if e.status != 404 or len(attempts) > 3:
                log.error('giving up: %s', e.error_code)
                break
            s3.create_bucket('mixed-later')
    print(attempts, s3.lookup('mixed-later'))


if __name__ == '__main__':
    main()
