#!/usr/bin/env python
"""Put site/ on S3 and take away what is no longer there.

deploy.py [-n] [-v] BUCKET
"""
import argparse
import gzip
import hashlib
import io
import logging
import mimetypes
import os
import re
import sys

import boto.s3
from boto.exception import S3ResponseError
from boto.s3.connection import OrdinaryCallingFormat
from boto.s3.key import Key

REGION = 'eu-west-1'
SITE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'site')
REDIRECTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'redirects.txt')

COMPRESS = ('.html', '.css', '.js', '.txt', '.xml')
CACHE = [
    (re.compile(r'\.html$'), 'max-age=300, must-revalidate'),
    (re.compile(r'^(css|img|js)/'), 'public, max-age=31536000'),
    (re.compile(r''), 'max-age=3600'),
]
STATIC_TYPES = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'application/javascript',
                '.txt': 'text/plain'}

log = logging.getLogger('deploy')


def site_files(root):
    """(key name, path) of all that is to be published; names with _ or . in front are not."""
    for folder, dirs, files in os.walk(root):
        dirs.sort()
        for name in sorted(files):
            if name[0] in '._':
                continue
            path = os.path.join(folder, name)
            yield os.path.relpath(path, root).replace(os.sep, '/'), path


def compress(data):
    # mtime=0, or the same page would have another md5 every time
    out = io.BytesIO()
    with gzip.GzipFile(filename='', mode='wb', fileobj=out, mtime=0) as z:
        z.write(data)
    return out.getvalue()


def cache_header(name):
    for pattern, value in CACHE:
        if pattern.search(name):
            return value


def content_type(name):
    ext = os.path.splitext(name)[1]
    return STATIC_TYPES.get(ext) or mimetypes.guess_type(name)[0] or 'application/octet-stream'


def read_redirects(path):
    redirects = []
    with open(path) as f:
        for line in f:
            line = line.split('#')[0].split()
            if line:
                redirects.append((line[0], line[1]))
    return redirects


class Site(object):
    def __init__(self, bucket_name, dry_run=False):
        # the bucket is named like the site, and the certificate of *.s3.amazonaws.com is not for names with dots
        self.conn = boto.s3.connect_to_region(REGION, calling_format=OrdinaryCallingFormat())
        self.dry_run = dry_run
        self.bucket = self.get_or_create(bucket_name)
        self.remote = dict((k.name, k.etag.strip('"')) for k in self.bucket.list())
        self.counts = dict.fromkeys(['new', 'changed', 'same', 'gone', 'redirect'], 0)

    def get_or_create(self, name):
        bucket = self.conn.lookup(name)
        if bucket is None:
            log.info('creating bucket %s', name)
            bucket = self.conn.create_bucket(name, location=REGION)
        return bucket

    def configure(self):
        try:
            self.bucket.get_website_configuration()
            log.info('website configuration is there')
        except S3ResponseError as e:
            if e.error_code != 'NoSuchWebsiteConfiguration':
                raise
            log.info('no website configuration yet')
        if not self.dry_run:
            self.bucket.configure_website('index.html', '404.html')
            self.bucket.set_acl('public-read')
        log.info('address: %s', self.bucket.get_website_endpoint())

    def upload(self, name, path):
        with open(path, 'rb') as f:
            data = f.read()
        headers = {'Content-Type': content_type(name), 'Cache-Control': cache_header(name)}
        if os.path.splitext(name)[1] in COMPRESS:
            data = compress(data)
            headers['Content-Encoding'] = 'gzip'
        if self.remote.get(name) == hashlib.md5(data).hexdigest():
            self.counts['same'] += 1
            return
        self.counts['changed' if name in self.remote else 'new'] += 1
        print('%s %s %s' % ('U' if name in self.remote else 'A', name, headers['Content-Type']))
        if not self.dry_run:
            k = self.bucket.new_key(name)
            k.set_contents_from_string(data, headers=headers, policy='public-read')

    def redirect(self, name, target):
        print('R %s -> %s' % (name, target))
        self.counts['redirect'] += 1
        if self.dry_run:
            return
        key = self.bucket.get_key(name)
        if key is None:
            key = Key(self.bucket, name)
            key.set_contents_from_string('', {'Content-Type': 'text/html'}, policy='public-read')
        if key.get_redirect() != target:
            key.set_redirect(target)
            key.set_acl('public-read')

    def remove(self, published):
        gone = [name for name in sorted(self.remote) if name not in published]
        for name in gone:
            print('D %s' % name)
            self.counts['gone'] += 1
            if not self.dry_run:
                self.bucket.delete_key(name)

    def report(self):
        """What a browser would get."""
        for item in self.bucket.list():
            key = self.bucket.get_key(item.name)
            public = any(grant.uri and grant.permission == 'READ' for grant in key.get_acl().acl.grants)
            print('%-20s %4d %-24s %-8s %-30s %s' % (key.name, key.size, key.content_type, key.content_encoding or '-',
                                                    key.cache_control or '-', 'public' if public else 'PRIVATE'))
        print(self.bucket.get_key('index.html').generate_url(0, query_auth=False, force_http=True))


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('bucket')
    parser.add_argument('-n', '--dry-run', action='store_true')
    parser.add_argument('-v', '--verbose', action='store_true')
    args = parser.parse_args(argv)
    logging.basicConfig(stream=sys.stdout, format='%(name)s: %(message)s')
    log.setLevel(logging.INFO if args.verbose else logging.WARNING)

    site = Site(args.bucket, args.dry_run)
    site.configure()
    published = set()
    for name, path in site_files(SITE):
        published.add(name)
        site.upload(name, path)
    for name, target in read_redirects(REDIRECTS):
        published.add(name)
        site.redirect(name, target)
    site.remove(published)
    print(', '.join('%d %s' % (site.counts[k], k) for k in sorted(site.counts)))
    if args.verbose:
        site.report()


if __name__ == '__main__':
    main()
