#!/usr/bin/env python
"""s3ls / s3put / s3rm: tiny command line."""
from __future__ import print_function
import argparse, sys, fnmatch, os, tempfile
import boto
from boto.exception import S3ResponseError

def connect(args):
    if args.host:
        return boto.connect_s3(host=args.host)
    return boto.connect_s3()

def cmd_mb(conn, args):
    bucket = conn.create_bucket(args.bucket, location=args.location or '')
    print('made', bucket.name)

def cmd_ls(conn, args):
    if not args.bucket:
        for b in conn.get_all_buckets():
            print('BUCKET %s' % b.name)
        return
    bucket = conn.get_bucket(args.bucket)
    total = 0
    for item in bucket.list(prefix=args.prefix or '', delimiter='' if args.recursive else '/'):
        if isinstance(item, boto.s3.prefix.Prefix):
            print('%12s %s' % ('DIR', item.name))
        else:
            print('%12d %s' % (item.size, item.name))
            total += item.size
    print('total', total)

def cmd_put(conn, args):
    bucket = conn.lookup(args.bucket)
    if bucket is None:
        print('no bucket', args.bucket, file=sys.stderr)
        return 2
    for path in args.files:
        key = bucket.new_key('/'.join([args.prefix.rstrip('/'), os.path.basename(path)]) if args.prefix else os.path.basename(path))
        n = key.set_contents_from_filename(path, replace=not args.keep, policy='public-read' if args.public else None)
        print('%s -> %s (%s bytes)' % (os.path.basename(path), key.name, n))

def cmd_rm(conn, args):
    bucket = conn.get_bucket(args.bucket, validate=False)
    doomed = [k for k in bucket.list(args.prefix) if fnmatch.fnmatch(k.name, args.pattern)]
    if args.dry_run:
        for k in doomed: print('would delete', k.name)
        return
    result = bucket.delete_keys(doomed, quiet=False)
    for d in result.deleted: print('deleted', d.key)
    for e in result.errors: print('failed', e.key, e.message)

def main(argv):
    p = argparse.ArgumentParser()
    p.add_argument('--host')
    sub = p.add_subparsers(dest='cmd')
    s = sub.add_parser('mb'); s.add_argument('bucket'); s.add_argument('--location'); s.set_defaults(func=cmd_mb)
    s = sub.add_parser('ls'); s.add_argument('bucket', nargs='?'); s.add_argument('--prefix'); s.add_argument('-r', '--recursive', action='store_true'); s.set_defaults(func=cmd_ls)
    s = sub.add_parser('put'); s.add_argument('bucket'); s.add_argument('files', nargs='+'); s.add_argument('--prefix', default=''); s.add_argument('--keep', action='store_true'); s.add_argument('--public', action='store_true'); s.set_defaults(func=cmd_put)
    s = sub.add_parser('rm'); s.add_argument('bucket'); s.add_argument('prefix'); s.add_argument('pattern'); s.add_argument('-n', '--dry-run', action='store_true'); s.set_defaults(func=cmd_rm)
    args = p.parse_args(argv)
    conn = connect(args)
    try:
        return args.func(conn, args) or 0
    except S3ResponseError as e:
        print('error: %s %s' % (e.status, e.error_code))
        return 1

if __name__ == '__main__':
    d = tempfile.mkdtemp()
    for n in ('a.txt', 'b.html', 'c.bin'):
        with open(os.path.join(d, n), 'w') as f: f.write(n * 3)
    files = [os.path.join(d, n) for n in sorted(os.listdir(d))]
    for argv in (['mb', 'cli-bucket'], ['ls'], ['put', 'cli-bucket', '--prefix', 'up/', '--public'] + files, ['put', 'cli-bucket'] + files[:1],
                 ['put', 'cli-bucket', '--keep'] + files[:1], ['put', 'nix', files[0]], ['ls', 'cli-bucket'], ['ls', 'cli-bucket', '-r'], ['ls', 'nowhere'],
                 ['rm', 'cli-bucket', 'up/', '*.b*', '-n'], ['rm', 'cli-bucket', 'up/', '*.b*'], ['ls', 'cli-bucket', '-r'], ['rm', 'nowhere', '', '*']):
        print('$', ' '.join(os.path.basename(a) for a in argv), '=>', main(argv))
