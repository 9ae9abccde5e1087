"""Errors as data: logged, stored, sent on."""
import json
import logging
import pickle
import sys
import traceback

import boto
import boto.ec2
from boto.exception import BotoServerError, EC2ResponseError, S3ResponseError

log = logging.getLogger('serial')
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(levelname)s:%(message)s'))
log.addHandler(handler)
log.setLevel(logging.INFO)


class ErrorEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, BotoServerError):
            return {'type': 'aws', 'status': o.status, 'code': o.error_code, 'reason': o.reason, 'message': o.message}
        return json.JSONEncoder.default(self, o)


def record(e):
    keys = ('status', 'reason', 'error_code', 'error_message')
    return dict((k, getattr(e, k)) for k in keys)


def record2(e):
    return {k: v for k, v in vars(e).items() if k in ('status', 'error_code', 'reason')}


def catch(fn, *a, **k):
    try:
        fn(*a, **k)
    except (EC2ResponseError, S3ResponseError) as e:
        log.error('failed: %d %s', e.status, e.error_code)
        return e


def main():
    s3 = boto.connect_s3()
    ec2 = boto.ec2.connect_to_region('us-east-1')
    errors = [catch(s3.get_bucket, 'serial-none'), catch(ec2.get_all_instances, ['i-12345678']),
              catch(ec2.get_all_snapshots, snapshot_ids=['snap-12345678'])]
    print(json.dumps(errors, cls=ErrorEncoder, sort_keys=True))
    print(json.dumps([record(e) for e in errors], sort_keys=True))
    print([sorted(record2(e).items()) for e in errors])
    line = '{0.status}/{0.error_code} {1}'.format(errors[1], errors[1].reason)
    print(line)
    print('%(status)s %(code)s' % {'status': errors[0].status, 'code': errors[0].code})
    try:
        ec2.get_all_volumes(['vol-12345678'])
    except EC2ResponseError as e:
        log.warning('volume: %s', e.error_message)
        msg = traceback.format_exc().splitlines()
        print(len(msg) > 2, 'vol-12345678' in msg[-1] or 'vol-12345678' in ''.join(msg))
    by_class = {}
    for e in errors:
        by_class.setdefault(e.__class__.__name__, []).append(e.status)
    print(sorted(len(v) for v in by_class.values()))
    table = {404: 'gone', 400: 'bad'}
    print([table[e.status] for e in errors])
    errors.sort(key=lambda e: (e.status, e.error_code))
    print([e.error_code for e in errors])
    print(sorted(set(map(lambda e: e.status, errors))), max(errors, key=lambda e: e.status).code)
    codes = {e.error_code: e for e in errors}
    for code in sorted(codes):
        print(code, codes[code].message, bool(codes[code].body))


main()
