"""Reads keys in pieces, twice, by chunk and by range; uploads from the middle of a file; CSV, JSON and gzip."""
import csv
import gzip
import io
import json

import boto
from boto.s3.key import Key

conn = boto.connect_s3()
bucket = conn.create_bucket('etl-stage')


def save(name, data, **kw):
    k = Key(bucket)
    k.key = name
    n = k.set_contents_from_file(io.BytesIO(data), **kw)
    print('saved %s: %r' % (name, n))
    return k


def lines(key, size=64):
    rest = b''
    while True:
        block = key.read(size)
        if not block:
            break
        rest += block
        parts = rest.split(b'\n')
        rest = parts.pop()
        for p in parts:
            yield p.decode('utf-8')
    if rest:
        yield rest.decode('utf-8')


ROWS = u'id,name,amount\n' + u''.join(u'%d,name %d \u20ac,%d\n' % (i, i, i * i) for i in range(40))
save('in/rows.csv', ROWS.encode('utf-8'))

k = bucket.get_key('in/rows.csv')
table = list(csv.DictReader(lines(k)))
print(len(table), table[0]['name'], table[-1]['amount'], sum(int(r['amount']) for r in table))

# at the end the key closes itself: reading on starts from the beginning
k = bucket.get_key('in/rows.csv')
first = k.read(10)
rest = k.read()
print(first, len(rest), len(k.read()), k.read(5))
k.close()
print(k.read(8))
k.close(fast=True)

k = bucket.get_key('in/rows.csv')
print('whole twice', len(k.read()), len(k.read()))
k = bucket.get_key('in/rows.csv')
print('read(0)', len(k.read(0)))

data = bytes(bytearray(range(256))) * 80
save('in/blob', data)
k = bucket.get_key('in/blob')
sizes = [len(chunk) for chunk in k]
print('chunks', sizes, sum(sizes) == k.size)
k.open_read()
print('next', len(next(k)), len(next(k)))
k.close()
k.BufferSize = 1000
print('small chunks', len([c for c in k]))

part = bucket.get_key('in/blob')
print('range', part.get_contents_as_string(headers={'Range': 'bytes=65-70'}), part.size)
out = io.BytesIO()
out.write(b'head:')
print('to file', bucket.get_key('in/blob').get_contents_to_file(out, headers={'Range': 'bytes=97-99'}), out.getvalue())

with open('blob.part', 'wb') as fp:
    bucket.get_key('in/blob').get_file(fp)
    print('get_file', fp.tell(), fp.closed)
src = io.BytesIO(b'0123456789' * 10)
src.seek(25)
print('offset', bucket.new_key('out/offset').set_contents_from_file(src, size=10), src.tell())
print('rest', bucket.new_key('out/rest').set_contents_from_file(src), src.tell())
try:
    bucket.new_key('out/end').set_contents_from_file(src)
except AttributeError as e:
    print('at the end:', str(e)[:12], bucket.get_key('out/end'))
print('rewound', bucket.new_key('out/end').set_contents_from_file(src, rewind=True))
print(src.closed, [(x.name, x.get_contents_as_string()[:6]) for x in bucket.list('out/')])
print('empty', bucket.new_key('out/empty').set_contents_from_string(''), bucket.get_key('out/empty').read())

packed = io.BytesIO()
with gzip.GzipFile(fileobj=packed, mode='wb', mtime=1) as zipped:
    zipped.write(json.dumps([dict(r) for r in table[:3]], sort_keys=True).encode('utf-8'))
packed.seek(0)
k = bucket.new_key('out/rows.json.gz')
k.content_type = 'application/json'
k.set_contents_from_file(packed, headers={'Content-Encoding': 'gzip'})
again = bucket.get_key('out/rows.json.gz')
print(again.content_type, again.content_encoding)
rows = json.loads(gzip.GzipFile(fileobj=io.BytesIO(again.read())).read().decode('utf-8'))
print(rows)
text = bucket.get_key('in/rows.csv').get_contents_as_string().decode('utf-8')
print(text == ROWS, text.count(u'\u20ac'))
