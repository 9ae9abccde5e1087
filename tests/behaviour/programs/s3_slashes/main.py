"""Key names made by joining paths, with leading, double and trailing slashes: which object is really meant."""
import os
import posixpath
from boto.s3.connection import *

ROOT = '/var/cache'
_bucket = None


def bucket():
    global _bucket
    if _bucket is None:
        _bucket = S3Connection().get_bucket('paths')
    return _bucket


def cache_name(path, root=ROOT, suffix=''):
    return root + '/' + path + suffix


def put(path, text, name=cache_name):
    key = bucket().new_key(name(path))
    key.set_contents_from_string(text)
    return key


def fetch(name):
    key = bucket().get_key(name)
    return None if key is None else (key.name, key.get_contents_as_string())


def stored():
    return [(k.name, k.size) for k in bucket().list()]


print(stored())
for name in ('a/b/c', '/a/b/c', 'a//b/c', '//a/b/c', 'a/b/c/', 'dir', 'dir/', '/dir//'):
    try:
        print('%-10s %r' % (name, fetch(name)))
    except Exception as e:
        print('%-10s %s' % (name, type(e).__name__))

k = put('/page', 'one')
print(k.name, k.size)
print(put('//page', 'second').name)
print(put('page', 'third', name=lambda p: posixpath.join('x', p)).name)
print(put('tail/', 'fourth', name=lambda p: '/x//' + p).name)
print(stored())
print(len(list(bucket().list('/var'))), len(list(bucket().list('var/'))), len(list(bucket().list('x//'))))

print('exists', [bucket().new_key(n).exists() for n in ('/var/cache/page', 'var/cache//page', 'var/cache/nope')])
print('in', '/a/b/c' in bucket(), '//x/page' in bucket(), 'nope' in bucket())
copied = bucket().copy_key('/copy//of', 'paths', 'a/b/c')
print(copied.name, fetch('copy/of'))
url = bucket().new_key('/a//url').generate_url(60, query_auth=False)
print(url.replace(':443', ''))
bucket().delete_key('/a/b/c')
print(stored())
result = bucket().delete_keys(['/a/b/c', 'x/page', '//copy/of'])
print(sorted(d.key for d in result.deleted))
print(stored())

verbatim = S3Connection(suppress_consec_slashes=False).get_bucket('paths')
verbatim.new_key('/kept//as/it/is').set_contents_from_string('v')
print(sorted(k.name for k in verbatim), verbatim.get_key('kept/as/it/is'))
print(verbatim.get_key('a//b/c').get_contents_as_string())
for key in list(bucket().list('a')):
    print('reading %s' % key.name)
    try:
        print(key.get_contents_as_string())
    except Exception as e:
        print('%s %s' % (e.status, e.error_code))
print(os.path.basename(k.name), os.path.dirname(k.name))
