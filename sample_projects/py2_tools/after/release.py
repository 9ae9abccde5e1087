#!/usr/bin/env python2
"""Bring a release to S3 and tell the hosts: release.py VERSION FOLDER"""
import shutil
import sys
import tempfile
from http.client import responses

from botocore.exceptions import ClientError

import hosts
import s3store
from common import HERE, ReleaseError, complain, ec2, read_config, s3


def _error_code(error):
    """The AWS error code of a ClientError; boto 2 named what HEAD, which has no body, tells by its status alone."""
    code = error.response.get("Error", {}).get("Code")
    if error.operation_name == "HeadBucket":
        return {"404": "NoSuchBucket", "403": "AccessDenied"}.get(code, code)
    return None if code in ("", str(error.response["ResponseMetadata"]["HTTPStatusCode"])) else code


def _reason(error):
    """The HTTP reason phrase of a ClientError; the text of any other exception."""
    if not isinstance(error, ClientError):
        return str(error)
    metadata = error.response["ResponseMetadata"]
    return metadata.get("Reason") or responses.get(metadata["HTTPStatusCode"], "")


OFFICE = '198.51.100.7/32'


def release(config, version, folder):
    bucket = s3store.open_bucket(s3(), config['s3.bucket'])
    print('uploading', version)
    sums = s3store.push(bucket, version, folder)
    s3store.write_manifest(bucket, version, sums)
    scratch = tempfile.mkdtemp()
    try:
        s3store.check(bucket, version, scratch)
    finally:
        shutil.rmtree(scratch)
    kept = s3store.prune(bucket, int(config['s3.keep']))
    print('kept:', ', '.join(kept))


def tell_hosts(config, version):
    conn = ec2(config)
    print('before:')
    hosts.status(conn, config['ec2.role'])
    hosts.open_firewall(conn, config['ec2.group'], OFFICE)
    try:
        for host in hosts.find_hosts(conn, config['ec2.role']):
            host.mark(conn, version)
    finally:
        hosts.close_firewall(conn, config['ec2.group'], OFFICE)
    print('after:')
    hosts.status(conn, config['ec2.role'])


def main(args):
    if len(args) != 2:
        print(__doc__)
        return 2
    version, folder = args
    try:
        config = read_config()
        release(config, version, folder)
        tell_hosts(config, version)
    except ReleaseError as e:
        complain(e)
        return 1
    except ClientError as e:
        complain('%s %s: %s' % (e.response["ResponseMetadata"]["HTTPStatusCode"], _reason(e), _error_code(e)))
        return 3
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
