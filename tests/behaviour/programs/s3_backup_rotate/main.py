"""Cron-like backup script: everything at module level, retention by sorted names, delete_keys, byte counts."""
import datetime
import hashlib
import sys
import tarfile
import time
import io
from boto.s3.connection import S3Connection
from boto.exception import S3ResponseError

BUCKET = 'nightly-dumps'
PREFIX = 'db/'
KEEP = 3
DATABASES = ['shop', 'blog', 'wiki']

conn = S3Connection()
bucket = conn.lookup(BUCKET)
if bucket is None:
    print('creating %s' % BUCKET)
    bucket = conn.create_bucket(BUCKET)
else:
    print('using %s' % bucket.name)

today = datetime.date(2014, 3, 9)
total = 0
for db in DATABASES:
    raw = ('-- dump of %s\n' % db).encode('ascii') * (DATABASES.index(db) + 2)
    out = io.BytesIO()
    tar = tarfile.open(fileobj=out, mode='w')
    info = tarfile.TarInfo(db + '.sql')
    info.size = len(raw)
    tar.addfile(info, io.BytesIO(raw))
    tar.close()
    out.seek(0)
    name = '%s%s/%s-%s.tar' % (PREFIX, db, db, today.strftime('%Y%m%d'))
    key = bucket.new_key(name)
    key.set_metadata('database', db)
    key.set_metadata('rows', str(len(raw.splitlines())))
    n = key.set_contents_from_file(out)
    total += n
    print('%s: %s bytes, md5 ok: %s' % (key.name, n, key.etag == '"%s"' % hashlib.md5(out.getvalue()).hexdigest()))

print('total %d bytes' % total)

# retention: keep the newest KEEP of each database
doomed = []
for db in DATABASES:
    keys = sorted(bucket.list(PREFIX + db + '/'), key=lambda k: k.name, reverse=True)
    print('%s has %d: %s' % (db, len(keys), ', '.join(k.name.rsplit('/', 1)[1] for k in keys)))
    doomed += keys[KEEP:]

if doomed:
    result = bucket.delete_keys(doomed)
    print('deleted %d, errors %d' % (len(result.deleted), len(result.errors)))
    for d in sorted(result.deleted, key=lambda d: d.key):
        print('  - %s (marker: %s, version: %s)' % (d.key, d.delete_marker, d.version_id))

nothing = bucket.delete_keys([])
print('empty delete: %d/%d' % (len(nothing.deleted), len(nothing.errors)))

left = {}
for k in bucket.list(prefix=PREFIX):
    left.setdefault(k.name.split('/')[1], []).append(k.size)
for db in sorted(left):
    print('%s: %d files, %d bytes' % (db, len(left[db]), sum(left[db])))

try:
    bucket.delete()
except S3ResponseError as e:
    print('not deleted: %s %s %s' % (e.status, e.reason, e.error_code))

latest = max((k for k in bucket.list(PREFIX + 'wiki/')), key=lambda k: k.last_modified)
age = time.time() - time.mktime(time.strptime(latest.last_modified[:19], '%Y-%m-%dT%H:%M:%S'))
print('latest wiki is recent: %s' % (-60 < age < 3600))
print('rows: %s' % bucket.get_key('db/blog/blog-20140309.tar').get_metadata('rows'))
sys.exit(0 if len(left) == len(DATABASES) else 2)
