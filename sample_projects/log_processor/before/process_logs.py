#!/usr/bin/env python
"""Merge the access logs of one day, count, and move the raw files to the archive.

    process_logs.py DAY [--bucket web-logs] [--archive web-logs-archive]

Layout: logs/HOST/DAY-NN.log.gz  ->  merged/DAY.log (all hosts), summary/latest.json, archive: DAY/HOST-NN.log.gz
"""
import argparse
import collections
import gzip
import io
import json
import re
import sys

import boto
from boto.exception import S3ResponseError
from boto.s3.deletemarker import DeleteMarker
from boto.s3.key import Key

PART_SIZE = 5 * 1024 * 1024    # S3 takes no smaller ones
LINE = re.compile(r'^(?P<ip>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" '
                  r'(?P<status>\d{3}) (?P<bytes>\d+|-)')


class Totals(object):
    def __init__(self):
        self.lines = 0
        self.bad = 0
        self.bytes = 0
        self.status = collections.Counter()
        self.paths = collections.Counter()
        self.hosts = collections.Counter()

    def add(self, host, line):
        match = LINE.match(line)
        if not match:
            self.bad += 1
            return False
        self.lines += 1
        self.hosts[host] += 1
        self.status[match.group('status')] += 1
        self.paths[match.group('path').split('?')[0]] += 1
        if match.group('bytes') != '-':
            self.bytes += int(match.group('bytes'))
        return True

    def as_dict(self):
        return {'lines': self.lines, 'bad': self.bad, 'bytes': self.bytes, 'status': dict(self.status),
                'hosts': dict(self.hosts), 'top': [list(item) for item in sorted(
                    self.paths.items(), key=lambda item: (-item[1], item[0]))[:3]]}


class PartWriter(object):
    """Collects text and sends it as parts of a multipart upload."""

    def __init__(self, bucket, name, day):
        self.mp = bucket.initiate_multipart_upload(name, headers={'Content-Type': 'text/plain'},
                                                   metadata={'day': day, 'tool': 'process_logs'})
        self.buffer = io.BytesIO()
        self.part = 0

    def write(self, line):
        self.buffer.write(line.encode('utf-8') + b'\n')
        if self.buffer.tell() >= PART_SIZE:
            self.flush()

    def flush(self):
        size = self.buffer.tell()
        self.part += 1
        self.buffer.seek(0)
        self.mp.upload_part_from_file(self.buffer, part_num=self.part)
        print('  part %d, %d bytes' % (self.part, size))
        self.buffer = io.BytesIO()

    def close(self):
        if self.buffer.tell() or not self.part:
            self.flush()
        sizes = [part.size for part in self.mp]
        done = self.mp.complete_upload()
        print('  %s complete: %d parts, %d bytes' % (done.key_name, len(sizes), sum(sizes)))

    def cancel(self):
        self.mp.cancel_upload()


def hosts(bucket):
    """Names of the folders below logs/."""
    return [prefix.name.split('/')[1] for prefix in bucket.list('logs/', '/') if not isinstance(prefix, Key)]


def logs_of(bucket, host, day):
    """Keys of a host's logs of that day, a thousand at a time."""
    prefix = 'logs/%s/%s' % (host, day)
    marker = ''
    while True:
        page = bucket.get_all_keys(prefix=prefix, marker=marker, max_keys=1000)
        for key in page:
            marker = key.name
            yield key
        if not page.is_truncated:
            break


def read_lines(key):
    data = key.get_contents_as_string()
    if key.name.endswith('.gz'):
        data = gzip.GzipFile(fileobj=io.BytesIO(data)).read()
    for line in data.decode('utf-8', 'replace').splitlines():
        yield line


def cancel_leftovers(bucket):
    """What a crash left behind costs money every month."""
    for upload in bucket.get_all_multipart_uploads():
        if upload.key_name.startswith('merged/'):
            print('cancelling an old upload of %s' % upload.key_name)
            bucket.cancel_multipart_upload(upload.key_name, upload.id)


def merge(bucket, day):
    totals = Totals()
    used = []
    writer = PartWriter(bucket, 'merged/%s.log' % day, day)
    try:
        for host in hosts(bucket):
            for key in logs_of(bucket, host, day):
                before = totals.lines
                for line in read_lines(key):
                    if totals.add(host, line):
                        writer.write(host + ' ' + line)
                print('  %s: %d bytes, %d lines, %s' % (key.name, key.size, totals.lines - before, key.storage_class))
                used.append((host, key))
    except (IOError, S3ResponseError):
        writer.cancel()
        raise
    writer.close()
    return totals, used


def archive_logs(conn, bucket, used, archive_name, day):
    archive = conn.get_bucket(archive_name, validate=False)
    for host, key in used:
        target = '%s/%s-%s' % (day, host, key.name.split('-')[-1])
        copy = archive.copy_key(target, bucket.name, key.name, storage_class='REDUCED_REDUNDANCY',
                                metadata={'host': host, 'was': key.name})
        there = archive.get_key(target)
        if there.etag != key.etag:
            raise IOError('copy of %s differs' % key.name)
        print('  %s -> %s (%s, was %s)' % (key.name, copy.name, there.storage_class, there.get_metadata('was')))
        bucket.delete_key(key.name)
    return len(used)


def write_summary(bucket, day, totals):
    name = 'summary/latest.json'
    old = bucket.get_key(name)
    if old is not None:
        was = json.loads(old.get_contents_as_string().decode('utf-8'))
        print('  the summary before was of %s: %d lines' % (was['day'], was['lines']))
    key = bucket.new_key(name)
    key.set_metadata('day', day)
    key.set_contents_from_string(json.dumps(dict(totals.as_dict(), day=day), sort_keys=True),
                                 headers={'Content-Type': 'application/json'})


def trim_versions(bucket, prefix, keep=2):
    """Keep the newest versions of each key; delete markers go."""
    seen = collections.Counter()
    for version in bucket.list_versions(prefix=prefix):
        if isinstance(version, DeleteMarker):
            bucket.delete_key(version.name, version_id=version.version_id)
            print('  %s: delete marker removed' % version.name)
            continue
        seen[version.name] += 1
        if seen[version.name] > keep:
            bucket.delete_key(version.name, version_id=version.version_id)
            print('  %s: version of %d bytes removed' % (version.name, version.size))
        elif version.is_latest:
            print('  %s: newest version has %d bytes' % (version.name, version.size))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('day')
    parser.add_argument('--bucket', default='web-logs')
    parser.add_argument('--archive', default='web-logs-archive')
    args = parser.parse_args()
    conn = boto.connect_s3()
    try:
        bucket = conn.get_bucket(args.bucket)
    except S3ResponseError as e:
        sys.exit('%s: %s' % (args.bucket, e.reason))
    print('versioning: %s' % bucket.get_versioning_status().get('Versioning', 'off'))
    cancel_leftovers(bucket)
    print('merging')
    totals, used = merge(bucket, args.day)
    if not used:
        print('no logs of %s' % args.day)
        return 1
    print('summary')
    write_summary(bucket, args.day, totals)
    trim_versions(bucket, 'summary/')
    print('archiving')
    count = archive_logs(conn, bucket, used, args.archive, args.day)
    result = totals.as_dict()
    print('%d files, %d lines, %d bad, %d bytes sent' % (count, result['lines'], result['bad'], result['bytes']))
    for name in ('status', 'hosts'):
        print('%s: %s' % (name, ', '.join('%s %d' % pair for pair in sorted(result[name].items()))))
    print('top: %s' % ', '.join('%s (%d)' % (path, n) for path, n in result['top']))
    merged = bucket.get_key('merged/%s.log' % args.day)
    print('%s: %d bytes, %s, %d left in logs/' % (merged.name, merged.size, merged.get_metadata('tool'),
                                                  len(list(bucket.list('logs/')))))
    return 0


if __name__ == '__main__':
    sys.exit(main())
