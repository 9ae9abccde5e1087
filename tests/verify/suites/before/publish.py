import gzip
import io
import mimetypes
import os

from boto.s3.connection import S3Connection, OrdinaryCallingFormat
from boto.s3.key import Key

import settings


def connection():
    return S3Connection(calling_format=OrdinaryCallingFormat())


def publish(folder, conn=None):
    conn = conn or connection()
    bucket = conn.lookup(settings.BUCKET)
    if bucket is None:
        bucket = conn.create_bucket(settings.BUCKET, policy='public-read')
        bucket.configure_website('index.html', 'error.html')
    done = []
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(root, name)
            target = settings.PREFIX + os.path.relpath(path, folder).replace(os.sep, '/')
            headers = {'Cache-Control': 'max-age=60'}
            kind = mimetypes.guess_type(name)[0]
            if kind:
                headers['Content-Type'] = kind
            with open(path, 'rb') as f:
                data = f.read()
            if name.endswith('.css'):
                out = io.BytesIO()
                with gzip.GzipFile(fileobj=out, mode='wb', mtime=0) as z:
                    z.write(data)
                data = out.getvalue()
                headers['Content-Encoding'] = 'gzip'
            key = Key(bucket, target)
            key.set_contents_from_string(data, headers=headers, policy='public-read')
            done.append(target)
    stale = [k for k in bucket.list(settings.PREFIX) if k.name not in done]
    if stale:
        bucket.delete_keys(stale)
    return done, [k.name for k in stale]
