"""Reports of log files: generators over keys, gzip and csv from contents, module-level connection, retries by hand."""
import csv
import gzip
import io
import time
from collections import namedtuple

import boto.s3.connection
import boto.s3.key
from boto.exception import S3ResponseError, S3CreateError

Row = namedtuple('Row', 'key line fields')
s3 = boto.s3.connection.S3Connection()


def retried(function, *args, **kwargs):
    for attempt in range(3):
        try:
            return function(*args, **kwargs)
        except S3ResponseError as e:
            if e.status < 500:
                raise
            time.sleep(attempt)


def bucket_for(name, create=False):
    found = s3.lookup(name)
    if not found and create:
        try:
            found = s3.create_bucket(name)
        except S3CreateError as e:
            raise SystemExit('cannot create: %s' % e.error_code)
    return found


def put(bucket, name, rows):
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode='wb', mtime=0) as zipped:
        zipped.write('\n'.join(','.join(row) for row in rows).encode('utf-8'))
    key = boto.s3.key.Key(bucket, name)
    key.set_metadata('Content-Encoding', 'gzip')
    key.set_metadata('rows', str(len(rows)))
    return key.set_contents_from_string(out.getvalue())


def lines(bucket, prefix=''):
    for key in bucket.list(prefix=prefix):
        if key.name.endswith('/'):
            continue
        data = retried(key.get_contents_as_string)
        text = gzip.GzipFile(fileobj=io.BytesIO(data)).read().decode('utf-8')
        for number, fields in enumerate(csv.reader(text.splitlines())):
            yield Row(key, number, fields)


def main():
    bucket = bucket_for('report-logs', create=True)
    sizes = [put(bucket, 'logs/%d.csv.gz' % n, [('u%d' % n, str(i)) for i in range(n)]) for n in range(1, 4)]
    print(all(size > 20 for size in sizes), bucket_for('report-none'))
    counts = {}
    for row in lines(bucket, 'logs/'):
        counts.setdefault(row.key.name, []).append(row.fields[1])
    print(sorted(counts.items()))
    newest = sorted(bucket.list('logs/'), key=lambda k: (k.last_modified, k.name))[-1]
    print(newest.name, newest.size == sizes[-1], bucket.get_key(newest.name).get_metadata('rows'))
    print(bucket.get_key(newest.name).content_encoding)
    try:
        retried(bucket.get_key('logs/1.csv.gz').copy, 'report-none', 'x')
    except AttributeError:
        print('no such bucket')
    try:
        s3.get_bucket('report-none')
    except S3ResponseError as e:
        print(e.status, e.error_code, e.reason)
    total = sum(k.size for k in bucket.get_all_keys(prefix='logs/'))
    print(total == sum(sizes))
    for k in bucket.list():
        k.delete()
    s3.delete_bucket('report-logs')
    print([b.name for b in s3.get_all_buckets()])


main()
