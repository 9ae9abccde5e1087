"""Old exports are deleted. Written for boto3 from the start."""
import datetime

import boto3
from botocore.exceptions import ClientError
from botocore.config import Config

from exporter import settings

S3_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)

s3 = boto3.client('s3', config=S3_CONFIG)


def old_exports(today):
    limit = today - datetime.timedelta(days=settings.KEEP_DAYS)
    # TODO(boto3ify): harden.truncation list_objects_v2 gives one page and this takes it for all: use get_paginator("list_objects_v2"), and see that what is deleted or stopped may then be more
    response = s3.list_objects_v2(Bucket=settings.EXPORTS, Prefix='exports/')
    for item in response.get('Contents', []):
        day = item['Key'].rsplit('/', 1)[1].split('.')[0]
        if datetime.datetime.strptime(day, '%Y-%m-%d').date() < limit:
            yield item['Key'], item['Size']


def is_locked(key):
    """Exports that somebody must not lose carry a lock next to them."""
    try:
        s3.head_object(Bucket=settings.EXPORTS, Key=key.replace('exports/', 'locks/'))
        return True
    except ClientError as e:
        if e.response['Error']['Code'] == '404':
            return False
        raise


def delete_old(today):
    doomed = []
    for key, size in old_exports(today):
        if is_locked(key):
            print('  locked: %s' % key)
        else:
            print('  old: %s, %d bytes' % (key, size))
            doomed.append({'Key': key})
    if not doomed:
        return 0
    response = s3.delete_objects(Bucket=settings.EXPORTS, Delete={'Objects': doomed})
    for error in response.get('Errors', []):
        print('  %s: %s' % (error['Key'], error['Message']))
    return len(response.get('Deleted', []))
