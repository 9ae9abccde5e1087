#!/usr/bin/env python
"""A sync tool with sub-commands: digests against etags, modification times, progress callbacks, partial files."""
from __future__ import print_function, with_statement
import argparse
import calendar
import hashlib
import os
import shutil
import sys
import time

import boto
import boto.utils
from boto.exception import S3ResponseError


def file_md5(path):
    with open(path, 'rb') as f:
        return boto.utils.compute_md5(f)[0]


class Progress(object):
    def __init__(self, label):
        self.label = label
        self.calls = []

    def __call__(self, done, total):
        self.calls.append((done, total))

    def summary(self):
        done = [c[0] for c in self.calls]
        return '%s: first %s last %s ascending %s' % (
            self.label, self.calls[0] == (0, self.calls[0][1]), self.calls[-1][0] == self.calls[-1][1],
            done == sorted(done))


def get_bucket(name):
    conn = boto.connect_s3()
    try:
        return conn.get_bucket(name)
    except S3ResponseError as e:
        if e.status == 404:
            sys.exit('no bucket %s: %s' % (name, e.error_code))
        raise


def local_files(root):
    return sorted(os.path.relpath(os.path.join(d, f), root) for d, _, fs in os.walk(root) for f in fs)


def remote_files(bucket, prefix):
    return {k.name[len(prefix):]: k for k in bucket.list(prefix) if not k.name.endswith('/')}


def cmd_status(args):
    bucket = get_bucket(args.bucket)
    there = remote_files(bucket, args.prefix)
    here = local_files(args.root)
    for name in sorted(set(here) | set(there)):
        if name not in there:
            state = 'A'
        elif name not in here:
            state = 'D'
        else:
            state = ' ' if there[name].etag[1:-1] == file_md5(os.path.join(args.root, name)) else 'M'
        print('%s %s' % (state, name))


def cmd_up(args):
    bucket = get_bucket(args.bucket)
    there = remote_files(bucket, args.prefix)
    for name in local_files(args.root):
        path = os.path.join(args.root, name)
        if name in there and there[name].etag.strip('"') == file_md5(path):
            continue
        progress = Progress(name)
        key = bucket.new_key(args.prefix + name)
        n = key.set_contents_from_filename(path, cb=progress, num_cb=4)
        print('%s %s bytes (%s)' % (progress.summary(), n, bucket.get_key(key.name).content_type))


def cmd_down(args):
    bucket = get_bucket(args.bucket)
    for name, key in sorted(remote_files(bucket, args.prefix).items()):
        path = os.path.join(args.root, name)
        if os.path.exists(path) and file_md5(path) == key.etag.strip('"'):
            continue
        if not os.path.isdir(os.path.dirname(path)):
            os.makedirs(os.path.dirname(path))
        progress = Progress(name)
        key.get_contents_to_filename(path, cb=progress, num_cb=3)
        stamp = calendar.timegm(time.strptime(bucket.get_key(key.name).last_modified, '%a, %d %b %Y %H:%M:%S %Z'))
        print('%s -> %d bytes, times agree: %s' % (progress.summary(), os.path.getsize(path),
                                                  int(os.stat(path).st_mtime) == stamp))


def cmd_prune(args):
    bucket = get_bucket(args.bucket)
    there = remote_files(bucket, args.prefix)
    extra = [there[n] for n in sorted(there) if n not in local_files(args.root)]
    print('pruned', [k.key for k in bucket.delete_keys(extra).deleted])


def cmd_selftest(args):
    shutil.copytree(args.root, 'work')
    args.root = 'work'
    for command in ('status', 'up', 'status', 'down', 'status'):
        print('$', command)
        COMMANDS[command](args)
    os.remove('work/same.txt')
    print('$ prune')
    cmd_prune(args)
    cmd_status(args)
    key = get_bucket(args.bucket).new_key(args.prefix + 'missing.txt')
    with open('work/target.txt', 'w') as f:
        f.write('precious')
    try:
        key.get_contents_to_filename('work/target.txt')
    except S3ResponseError as e:
        print(e.status, e.error_code, 'file left:', os.path.exists('work/target.txt'))
    with open('work/sub/new.txt', 'rb') as fp:
        hexdigest, b64, size = boto.utils.compute_md5(fp)
        print(hexdigest == hashlib.md5(fp.read()).hexdigest(), b64, size)
    args.bucket = 'not-there'
    try:
        cmd_status(args)
    except SystemExit as e:
        print('would exit with:', e)


COMMANDS = dict((n[4:], f) for n, f in list(globals().items()) if n.startswith('cmd_'))

if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('command', choices=sorted(COMMANDS))
    parser.add_argument('--bucket', default='sync-target')
    parser.add_argument('--prefix', default='box/')
    parser.add_argument('--root', default='local')
    options = parser.parse_args()
    COMMANDS[options.command](options)
