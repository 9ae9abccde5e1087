"""User metadata: names that are headers, missing names, percent signs and accents, copies that replace or keep it."""
from functools import partial

import boto
from boto.s3.key import Key

BUCKET = 'metadata-lab'


def describe(label, key, *names):
    print('[%s] %s' % (label, key.name))
    print('   type=%r cache=%r disposition=%r lang=%r' % (
        key.content_type, key.cache_control, key.content_disposition, key.content_language))
    for n in sorted(key.metadata):
        print('   meta %s=%r' % (n, key.metadata[n]))
    for n in names:
        print('   get_metadata(%r) -> %r' % (n, key.get_metadata(n)))


def store(bucket, name, body, metadata=None, **headers):
    k = Key(bucket, name)
    if metadata:
        k.update_metadata(metadata)
    sent = k.set_contents_from_string(body, headers=headers or None)
    return k, sent


def main():
    conn = boto.connect_s3()
    bucket = conn.create_bucket(BUCKET)
    fetch = partial(bucket.get_key)

    local, sent = store(bucket, 'plain.txt', 'plain', {'Owner': 'ann', 'Build-Number': '17'})
    print('sent %d, local %r %r %r' % (sent, local.get_metadata('Owner'), local.get_metadata('owner'),
                                       local.get_metadata('nothing')))
    describe('plain', fetch('plain.txt'), 'owner', 'build-number', 'Owner', 'missing')

    store(bucket, 'page.html', '<p>', {'Content-Type': 'text/html', 'Cache-Control': 'no-cache', 'author': 'bo'})
    describe('header names', fetch('page.html'), 'author', 'content-type')

    store(bucket, 'data.csv', 'a;b', None, **{'Content-Type': 'text/csv', 'Content-Disposition': 'attachment',
                                              'x-amz-meta-via': 'header', 'Content-Language': 'nl'})
    describe('headers', fetch('data.csv'), 'via')

    k = bucket.new_key('accents')
    k.set_metadata('city', u'M\u00fcnchen')
    k.set_metadata('ratio', '100%25')
    k.content_type = 'text/x-city'
    k.set_contents_from_string(u'M\u00fcnchen')
    k = fetch('accents')
    describe('accents', k, 'city')
    print('   body', k.get_contents_as_string(), k.get_contents_as_string(encoding='utf-8'))

    # rewrite in place: what a fetched key knows is sent again
    k = fetch('page.html')
    k.set_contents_from_string('<p>second</p>')
    describe('rewritten', fetch('page.html'), 'author')

    k = fetch('plain.txt')
    k.metadata.update({'owner': 'cleo'})
    k.set_metadata('reviewed', 'yes')
    k.copy(BUCKET, 'plain-copy.txt', metadata=k.metadata)
    describe('copied with', fetch('plain-copy.txt'), 'owner', 'reviewed', 'build-number')
    bucket.copy_key('page-copy.html', BUCKET, 'page.html')
    describe('copied without', fetch('page-copy.html'), 'author')
    bucket.copy_key('page-bare.html', BUCKET, 'page.html', metadata={'Content-Type': 'text/html'})
    describe('copied with other', fetch('page-bare.html'), 'author')
    bucket.copy_key('page-typed.html', BUCKET, 'page.html',
                    metadata={'Content-Type': 'text/html; charset=utf-8', 'Content-Language': 'de', 'n': '5'})
    describe('copied typed', fetch('page-typed.html'), 'n')

    fetch('data.csv').set_remote_metadata({'Checked': '2015', 'Content-Type': 'text/plain'}, set(['x-amz-meta-via']), True)
    describe('remote', fetch('data.csv'), 'via', 'checked')

    total = {}
    for entry in bucket.list():
        print('listed %-16s %s %s' % (entry.name, entry.content_type, entry.metadata))
        for name in fetch(entry.name).metadata:
            total[name] = total.get(name, 0) + 1
    print(sorted(total.items()))


main()
