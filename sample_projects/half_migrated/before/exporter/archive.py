"""The exports of a year go to the auditors' bucket. By hand, in January: python -m exporter.archive YEAR"""
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import boto3
from botocore.client import Config
from botocore.exceptions import ClientError

from exporter import settings

WORKERS = 24

s3 = boto3.client('s3', use_ssl=None, config=Config(signature_version='s3v4'))
kms = boto3.client('kms', region_name=settings.REGION)


def exports(year):
    response = s3.list_objects_v2(Bucket=settings.EXPORTS, Prefix='exports/')
    return [item['Key'] for item in response.get('Contents', []) if '/%s-' % year in item['Key']]


def is_archived(key):
    try:
        s3.head_object(Bucket=settings.ARCHIVE, Key=key)
        return True
    except ClientError as e:
        if e.response['Error']['Code'] == 'NoSuchKey':
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
    machine = urlopen('http://169.254.169.254/latest/meta-data/instance-id', timeout=2).read().decode()
    print('%d of %d archived by %s' % (sum(done), len(done), machine))
    print(s3.generate_presigned_url('list_objects_v2', Params={'Bucket': settings.ARCHIVE}, ExpiresIn=90 * 24 * 3600))


if __name__ == '__main__':
    main(sys.argv[1])
