"""The exports of a year go to the auditors' bucket. By hand, in January: python -m exporter.archive YEAR"""
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import boto3
from botocore.client import Config
from botocore.exceptions import ClientError

from exporter import settings

KMS_CONFIG = Config(
    connect_timeout=5,
    read_timeout=10,
    retries={"mode": "standard", "total_max_attempts": 5},
)

WORKERS = 24

s3 = boto3.client('s3', config=Config(
    signature_version='s3v4',
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
    max_pool_connections=24,
))
kms = boto3.client('kms', region_name=settings.REGION, config=KMS_CONFIG)


def exports(year):
    response = s3.get_paginator("list_objects_v2").paginate(
        Bucket=settings.EXPORTS, Prefix='exports/'
    ).build_full_result()
    return [item['Key'] for item in response.get('Contents', []) if '/%s-' % year in item['Key']]


def is_archived(key):
    try:
        s3.head_object(Bucket=settings.ARCHIVE, Key=key)
        return True
    except ClientError as e:
        if e.response['Error']['Code'] in ('404', 'NoSuchKey'):
            return False
        raise


def archive(key):
    if is_archived(key):
        return False
    s3.copy_object(Bucket=settings.ARCHIVE, Key=key, CopySource={'Bucket': settings.EXPORTS, 'Key': key},
                   ServerSideEncryption='aws:kms', SSEKMSKeyId=settings.AUDIT_KEY)
    return True


def main(year):
    print('key: %s' % kms.describe_key(KeyId=settings.AUDIT_KEY)['KeyMetadata']['KeyState'])
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        done = list(pool.map(archive, exports(year)))
    # TODO(boto3ify): harden.credentials.imds reads instance metadata without a session token, which IMDSv2 refuses: PUT /latest/api/token first and send it as X-aws-ec2-metadata-token
    machine = urlopen('http://169.254.169.254/latest/meta-data/instance-id', timeout=2).read().decode()
    print('%d of %d archived by %s' % (sum(done), len(done), machine))
    # TODO(boto3ify): harden.clocks.presigned Signature Version 4 allows 7 days (604800 s) at most: AWS refuses this link when it is used
    print(s3.generate_presigned_url('list_objects_v2', Params={'Bucket': settings.ARCHIVE}, ExpiresIn=90 * 24 * 3600))


if __name__ == '__main__':
    main(sys.argv[1])
