"""Helpers of boto.utils and boto.config that need no network: times, digests, lists, names, MIME; used around S3."""
from __future__ import absolute_import, print_function

import datetime
import io
import os
import sys

import boto
import boto.utils
from boto.utils import compute_md5, get_utf8_value, mklist, parse_ts, pythonize_name, ISO8601, ISO8601_MS
from boto.compat import json

STAMPS = ['2011-03-04T05:06:07Z', '2011-03-04T05:06:07.890Z', 'Fri, 04 Mar 2011 05:06:07 GMT']


def setting(section, name, default=None, kind=str):
    getter = {int: boto.config.getint, bool: boto.config.getbool}.get(kind, boto.config.get_value)
    return getter(section, name, default)


class Manifest(object):
    """What was stored, in one JSON document."""

    def __init__(self, bucket, name='manifest.json'):
        self.bucket, self.name = bucket, name
        self.entries = []

    def add(self, names, data):
        for name in mklist(names):
            fp = io.BytesIO(get_utf8_value(data))
            hexdigest, base64digest, size = compute_md5(fp)
            key = self.bucket.new_key(name)
            key.set_contents_from_file(fp, md5=(hexdigest, base64digest))
            self.entries.append({'name': name, 'md5': hexdigest, 'size': size, 'at': fp.tell()})
            assert key.etag == '"%s"' % hexdigest

    def save(self):
        return self.bucket.new_key(self.name).set_contents_from_string(json.dumps(self.entries, sort_keys=True))

    def load(self):
        return json.loads(self.bucket.get_key(self.name).get_contents_as_string(encoding='utf-8'))

    def check(self):
        for entry in self.load():
            key = self.bucket.get_key(entry['name'])
            yield entry['name'], key.size == entry['size'], key.compute_md5(io.BytesIO(key.read()))[0] == entry['md5']


def main():
    for s in STAMPS:
        t = parse_ts(s)
        print(t, t.tzinfo, t.strftime(ISO8601), t.strftime(ISO8601_MS)[:19])
    print(len(boto.utils.get_ts()), boto.utils.get_ts()[-1])
    print(mklist('x'), mklist(['x', 'y']), mklist(('a',)), mklist(7))
    print([pythonize_name(n) for n in ('CamelCase', 'camelCase', 'VPCId', 'DNSName', 'already_fine')])
    print(get_utf8_value(u'caf\xe9'), get_utf8_value(b'raw'), get_utf8_value(5))
    fp = io.BytesIO(b'0123456789')
    fp.seek(3)
    print(compute_md5(fp), fp.tell(), compute_md5(fp, size=4)[2])
    print(boto.utils.compute_hash(io.BytesIO(b'abc'))[0])

    print(setting('Deploy', 'bucket', 'fallback'), setting('Deploy', 'retries', 9, int), setting('Deploy', 'verbose', False, bool))
    boto.config.load_from_path(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'settings.cfg'))
    print(setting('Deploy', 'bucket', 'fallback'), setting('Deploy', 'retries', 9, int) + 1, setting('Deploy', 'verbose', False, bool))
    print(boto.config.get('Deploy', 'nothing', 'default'), boto.config.has_option('Deploy', 'retries'), setting('None', 'x'))

    conn = boto.connect_s3()
    manifest = Manifest(conn.create_bucket(setting('Deploy', 'bucket')))
    manifest.add('one.txt', u'\u00fcml\u00e4ut')
    manifest.add(['two.txt', 'three.txt'], b'same')
    print(manifest.save(), [e['at'] for e in manifest.load()])
    for row in manifest.check():
        print(*row)
    key = manifest.bucket.get_key('one.txt')
    age = datetime.datetime.utcnow() - parse_ts(key.last_modified)
    listed = [parse_ts(k.last_modified) for k in manifest.bucket.list()]
    print(abs(age) < datetime.timedelta(hours=1), len(listed), max(listed) >= min(listed),
          abs(parse_ts(key.last_modified) - max(listed)) < datetime.timedelta(minutes=1))
    print(sorted(boto.utils.merge_meta({'Content-Type': 'text/plain'}, {'Owner': 'me', 'Cache-Control': 'no-cache'}).items()))
    conn.delete_bucket(conn.create_bucket('settings-empty'))
    print(sorted(b.name for b in conn.get_all_buckets()), file=sys.stdout)


if __name__ == '__main__':
    main()
