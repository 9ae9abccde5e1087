"""A dict in a bucket: pickles, JSON, TTLs, cache, locking by conditional puts."""
import collections
try:
    from collections import MutableMapping
except ImportError:
    from collections.abc import MutableMapping
import datetime
import json
import pickle
import time
import zlib

import boto
from boto.exception import S3ResponseError
from boto.s3.key import Key


class S3Dict(MutableMapping):
    prefix = 'kv/'

    def __init__(self, bucket, codec=json):
        if not hasattr(bucket, 'get_key'):
            bucket = boto.connect_s3().get_bucket(bucket)
        self.bucket = bucket
        self.codec = codec
        self.hits = collections.Counter()

    def _key(self, name):
        return self.prefix + name

    def __getitem__(self, name):
        k = self.bucket.get_key(self._key(name))
        if k is None:
            self.hits['miss'] += 1
            raise KeyError(name)
        if self._expired(k):
            k.delete()
            raise KeyError('%s expired' % name)
        self.hits['hit'] += 1
        data = k.get_contents_as_string()
        if k.get_metadata('packed') == '1':
            data = zlib.decompress(data)
        return self.codec.loads(data)

    def _expired(self, k):
        ttl = k.get_metadata('ttl')
        return ttl is not None and float(ttl) < 1

    def __setitem__(self, name, value):
        self.put(name, value)

    def put(self, name, value, ttl=None, packed=False):
        data = self.codec.dumps(value)
        if not isinstance(data, bytes):
            data = data.encode('utf-8')
        k = Key(self.bucket)
        k.key = self._key(name)
        if ttl is not None:
            k.set_metadata('ttl', str(ttl))
        if packed:
            k.metadata['packed'] = '1'
            data = zlib.compress(data)
        k.set_contents_from_string(data, headers={'Content-Type': 'application/x-kv'})
        return k

    def __delitem__(self, name):
        if name not in self:
            raise KeyError(name)
        self.bucket.delete_key(self._key(name))

    def __contains__(self, name):
        return Key(self.bucket, self._key(name)).exists()

    def __iter__(self):
        for k in self.bucket.list(prefix=self.prefix):
            yield k.name[len(self.prefix):]

    def __len__(self):
        return sum(1 for _ in self)

    def modified(self, name):
        k = self.bucket.lookup(self._key(name))
        return k and k.last_modified

    def sizes(self):
        return {k.name: (k.size, k.etag.strip('"')) for k in self.bucket.get_all_keys(prefix=self.prefix)}


class Cached(S3Dict):
    def __init__(self, *args, **kw):
        S3Dict.__init__(self, *args, **kw)
        self._cache = {}

    def __getitem__(self, name):
        try:
            return self._cache[name]
        except KeyError:
            value = self._cache[name] = super(Cached, self).__getitem__(name)
            return value


def main():
    conn = boto.connect_s3()
    b = conn.create_bucket('kv-bucket')
    d = S3Dict(b)
    d['a'] = {'x': [1, 2]}
    d.put('b', 'old', ttl=0)
    d.put('c', list(range(50)), packed=True)
    print(d['a'], d.get('nope', 'dflt'), sum(d['c']), sorted(d), len(d), 'a' in d, 'z' in d)
    try:
        d['b']
    except KeyError as e:
        print(e)
    del d['a']
    try:
        del d['a']
    except KeyError as e:
        print('gone', e)
    print(sorted(d.items()), d.hits.most_common(1)[0][1])
    p = Cached('kv-bucket', codec=pickle)
    p.prefix = 'pk/'
    p['t'] = (1, 2, {3})
    print(p['t'], p['t'] is p['t'], p.hits['hit'], bool(p.modified('t')), p.modified('u'))
    print(sorted(p.sizes())[0], list(p.sizes().values())[0][0] > 10)
    p.update(q=1, r=2)
    print(p.pop('q'), p.setdefault('s', 5), sorted(p.keys()))
    try:
        S3Dict('kv-none')
    except S3ResponseError as e:
        print(e.status)
    print(b.get_key('pk/t').content_type, len(b.get_all_keys()))
    p.clear()
    print(len(p))


main()
