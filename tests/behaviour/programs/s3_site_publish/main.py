#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Publishes a directory as a website: guessed content types, cache headers, gzip, canned policies, redirects."""
import gzip
import hashlib
import io
import os
import sys
from optparse import OptionParser

import boto
from boto.s3.key import Key

CACHE = {'.css': 'max-age=86400', '.gif': 'max-age=31536000, public'}
GZIPPED = ('.css', '.js')
uploaded, skipped = 0, 0


def walk(root):
    for base, dirs, files in os.walk(root):
        dirs.sort()
        for f in sorted(files):
            full = os.path.join(base, f)
            yield full, os.path.relpath(full, root).replace(os.sep, '/')


def md5sum(path):
    with open(path, 'rb') as fp:
        return hashlib.md5(fp.read()).hexdigest()


def push(bucket, path, name, opts):
    global uploaded, skipped
    remote = bucket.get_key(name)
    if remote and remote.etag.strip('"') == md5sum(path) and not opts.force:
        skipped += 1
        print("  = %s (%s)" % (remote.name, remote.content_type))
        return
    headers = {}
    ext = os.path.splitext(path)[1]
    if ext in CACHE:
        headers['Cache-Control'] = CACHE[ext]
    k = Key(bucket)
    k.key = name
    if ext in GZIPPED and opts.gzip:
        buf = io.BytesIO()
        zipped = gzip.GzipFile(fileobj=buf, mode='wb', mtime=0)
        with open(path, 'rb') as fp:
            zipped.write(fp.read())
        zipped.close()
        headers['Content-Encoding'] = 'gzip'
        headers['Content-Type'] = 'text/css'
        sent = k.set_contents_from_string(buf.getvalue(), headers, policy='public-read')
    else:
        sent = k.set_contents_from_filename(path, headers=headers, policy='public-read')
    uploaded += 1
    print("  + %s %s bytes" % (name, sent))


def show(bucket):
    for entry in bucket.list():
        k = bucket.get_key(entry.name)
        print("%-22s %5d %-26s %s %s" % (k.name, k.size, k.content_type, k.cache_control, k.content_encoding))
        grants = [(g.permission, g.uri) for g in k.get_acl().acl.grants if g.uri]
        print("    readable by all: %s" % any(p == 'READ' and u.endswith('AllUsers') for p, u in grants))


def main(argv):
    parser = OptionParser(usage="%prog [options] directory bucket")
    parser.add_option("-f", "--force", action="store_true", default=False)
    parser.add_option("-z", "--gzip", action="store_true", default=False)
    parser.add_option("--error", default="404.html")
    opts, args = parser.parse_args(argv)
    if len(args) != 2:
        parser.error("directory and bucket")
    root, bucket_name = args
    conn = boto.connect_s3()
    bucket = conn.create_bucket(bucket_name)
    bucket.set_acl('public-read')
    bucket.configure_website('index.html', opts.error)
    for run in (1, 2):
        print("run %d" % run)
        for path, name in walk(root):
            push(bucket, path, name, opts)
    print("uploaded %d, skipped %d" % (uploaded, skipped))
    moved = bucket.new_key('blog/old')
    moved.set_redirect('/blog/first.markdown-x')
    print("redirect: %s" % bucket.get_key('blog/old').get_redirect())
    show(bucket)
    site = bucket.get_website_configuration()['WebsiteConfiguration']
    print(site['IndexDocument']['Suffix'], site['ErrorDocument']['Key'])
    print("http://%s/" % bucket.get_website_endpoint())
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
