#!/usr/bin/env python
"""Nightly dump of our small databases to S3.

Usage: backup.py --bucket NAME [--prefix db] [--keep 7] [--today YYYY-MM-DD] [--verify]

Runs from cron at 02:30. Keys look like db/2014-03-31/crm.sql; everything that is older
than --keep days goes, except the first backup of a month.
"""
import datetime
import hashlib
import os
import re
import shutil
import sqlite3
import sys
import tempfile
from optparse import OptionParser

import boto
from boto.exception import S3CreateError, S3ResponseError
from boto.s3.key import Key

DATABASES = {
    'crm': ["CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)",
            "INSERT INTO customer (name) VALUES ('Acme')",
            "INSERT INTO customer (name) VALUES ('Globex')"],
    'wiki': ["CREATE TABLE page (title TEXT, body TEXT)",
             "INSERT INTO page VALUES ('Home', 'Welcome to the intranet')"],
    'spool': [],
}
DATED = re.compile(r'/(\d{4}-\d{2}-\d{2})/')


def make_dumps(folder):
    """Dump each database to FOLDER/name.sql, return the paths."""
    paths = []
    for name in sorted(DATABASES):
        db = sqlite3.connect(':memory:')
        for statement in DATABASES[name]:
            db.execute(statement)
        path = os.path.join(folder, name + '.sql')
        with open(path, 'w') as f:
            for line in db.iterdump():
                f.write(line + '\n')
        db.close()
        paths.append(path)
    # how to get it back, for whoever is on call
    notes = os.path.join(folder, 'RESTORE.txt')
    with open(notes, 'w') as f:
        f.write('sqlite3 NAME.db < NAME.sql\n')
    paths.append(notes)
    return paths


def md5_of(path):
    with open(path, 'rb') as f:
        return hashlib.md5(f.read()).hexdigest()


def open_bucket(conn, name):
    """The backup bucket; made on the first night."""
    try:
        return conn.get_bucket(name)
    except S3ResponseError as e:
        if e.status != 404:
            print('Cannot open bucket %s: %s %s' % (name, e.status, e.reason))
            sys.exit(2)
    print('Bucket %s does not exist, creating it' % name)
    try:
        return conn.create_bucket(name)
    except S3CreateError as e:
        print('Cannot create bucket %s: %s' % (name, e.error_code))
        sys.exit(2)


def upload(bucket, path, key_name, today):
    """Upload one file unless the same content is there already. True if something was sent."""
    digest = md5_of(path)
    existing = bucket.get_key(key_name)
    if existing is not None and existing.etag.strip('"') == digest:
        print('  = %s (unchanged, %d bytes)' % (key_name, existing.size))
        return False
    k = Key(bucket)
    k.key = key_name
    k.set_metadata('source', os.path.basename(path))
    k.set_metadata('backup-date', today.isoformat())
    k.content_type = 'text/plain'
    k.set_contents_from_filename(path, reduced_redundancy=True)

    # do not trust it, ask again
    check = bucket.get_key(key_name)
    if check is None or check.size != os.path.getsize(path):
        raise RuntimeError('%s did not arrive' % key_name)
    if check.etag.strip('"') != digest:
        raise RuntimeError('%s is damaged: %s' % (key_name, check.etag))
    print('  + %s (%d bytes, %s)' % (key_name, check.size, check.storage_class))
    return True


def date_of(key_name):
    match = DATED.search(key_name)
    if match is None:
        return None
    return datetime.datetime.strptime(match.group(1), '%Y-%m-%d').date()


def expired_keys(bucket, prefix, today, keep):
    limit = today - datetime.timedelta(days=keep)
    first_of_month = {}
    dated = []
    for key in bucket.list(prefix=prefix + '/'):
        day = date_of(key.name)
        if day is None:
            print('  ? %s has no date, left alone' % key.name)
            continue
        dated.append((day, key))
        month = (day.year, day.month)
        if month not in first_of_month or day < first_of_month[month]:
            first_of_month[month] = day
    return [key for day, key in dated
            if day < limit and day != first_of_month[(day.year, day.month)]]


def delete_old(bucket, prefix, today, keep):
    doomed = expired_keys(bucket, prefix, today, keep)
    freed = sum(key.size for key in doomed)
    if not doomed:
        print('  nothing to delete')
        return 0, 0
    result = bucket.delete_keys([key.name for key in doomed])
    for deleted in result.deleted:
        print('  - %s' % deleted.key)
    for error in result.errors:
        print('  ! %s: %s (%s)' % (error.key, error.message, error.code))
    return len(result.deleted), freed


def verify(bucket, prefix, today, folder):
    """Fetch tonight's backup again and load it."""
    for key in bucket.list('%s/%s/' % (prefix, today)):
        if not key.name.endswith('.sql'):
            continue
        target = os.path.join(folder, 'verify-' + os.path.basename(key.name))
        key.get_contents_to_filename(target)
        db = sqlite3.connect(':memory:')
        with open(target) as f:
            db.executescript(f.read())
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        db.close()
        print('  %s from %s: %s' % (os.path.basename(key.name), key.get_metadata('source'),
                                   ', '.join(tables) or 'no tables'))
    missing = bucket.new_key('%s/%s/never-written.sql' % (prefix, today))
    try:
        missing.get_contents_as_string()
    except S3ResponseError as e:
        print('  a missing backup is noticed: %s %s' % (e.status, e.error_code))


def main():
    parser = OptionParser(usage='%prog --bucket NAME [options]')
    parser.add_option('--bucket')
    parser.add_option('--prefix', default='db')
    parser.add_option('--keep', type='int', default=7, help='days')
    parser.add_option('--today', help='default: the date of today')
    parser.add_option('--verify', action='store_true', default=False)
    options, args = parser.parse_args()
    if not options.bucket or args:
        parser.error('a bucket, please, and nothing else')
    today = datetime.date.today()
    if options.today:
        today = datetime.datetime.strptime(options.today, '%Y-%m-%d').date()

    conn = boto.connect_s3()
    bucket = open_bucket(conn, options.bucket)
    folder = tempfile.mkdtemp()
    sent = skipped = 0
    try:
        print('Uploading to %s' % bucket.name)
        for path in make_dumps(folder):
            if upload(bucket, path, '%s/%s/%s' % (options.prefix, today, os.path.basename(path)), today):
                sent += 1
            else:
                skipped += 1
        if options.verify:
            print('Verifying')
            verify(bucket, options.prefix, today, folder)
    finally:
        shutil.rmtree(folder)
    print('Deleting what is older than %d days' % options.keep)
    deleted, freed = delete_old(bucket, options.prefix, today, options.keep)

    total = 0
    days = set()
    for key in bucket.list(options.prefix):
        total += key.size
        days.add(str(date_of(key.name)))
    print('Sent %d, unchanged %d, deleted %d (%d bytes freed)' % (sent, skipped, deleted, freed))
    print('Bucket holds %d bytes of: %s' % (total, ', '.join(sorted(days))))


if __name__ == '__main__':
    main()
