"""Old papers: read them, count them by year, burn a year."""
from collections import Counter

from boto.exception import S3ResponseError


def read(bucket, name):
    key = bucket.get_key(name, validate=False)
    try:
        return key.get_contents_as_string().decode('utf-8')
    except S3ResponseError as e:
        if e.error_code == 'NoSuchKey':
            return None
        raise


def years(bucket):
    return dict(Counter(key.name.split('/')[0] for key in bucket.list()))


def burn(bucket, year):
    names = [key.name for key in bucket.get_all_keys(prefix='%s/' % year)]
    result = bucket.delete_keys(names)
    return sorted(d.key for d in result.deleted), len(result.errors)
