"""Counts what all buckets hold: iteration over connections and buckets, owners, locations, tables and CSV."""
import collections
import csv
import datetime
import sys

import boto
from boto.s3.connection import Location

CONN = None
Row = collections.namedtuple('Row', 'bucket region count total largest')


def conn():
    global CONN
    if not CONN:
        CONN = boto.connect_s3()
    return CONN


def human(n):
    for unit in ('B', 'K', 'M'):
        if n < 1024:
            return '%.1f%s' % (n, unit)
        n /= 1024.0


def region_of(bucket, default='us-east-1'):
    loc = bucket.get_location()
    return loc if loc != '' else default


def survey(bucket):
    total, largest, n = 0, None, 0
    for key in bucket:
        n += 1
        total += key.size
        if largest is None or key.size > largest.size:
            largest = key
    return Row(bucket.name, region_of(bucket), n, total, largest and largest.name)


def by_extension(*buckets, **options):
    wanted = options.get('only')
    found = collections.Counter()
    for bucket in buckets:
        for key in bucket.list(options.get('prefix', '')):
            ext = key.key.rpartition('.')[2]
            if wanted is None or ext in wanted:
                found[ext] += key.size
    return dict(found)


def main():
    buckets = conn().get_all_buckets()
    print('%d buckets of %s' % (len(buckets), buckets.owner.display_name or 'somebody'))
    print(sorted(b.name for b in conn()), conn().get_canonical_user_id() == buckets.owner.id)
    rows = sorted(map(survey, buckets), key=lambda r: (-r.total, r.bucket))
    for row in rows:
        print('%-12s %-10s %4d %9s  %s' % (row.bucket, row.region, row.count, human(row.total), row.largest))
    writer = csv.writer(sys.stdout, lineterminator='\n')
    writer.writerow(Row._fields)
    writer.writerows(rows)
    print(sorted(by_extension(*buckets).items()))
    print(sorted(by_extension(*buckets, only=('txt',), prefix='a/').items()), by_extension())

    today = datetime.datetime.utcnow()
    for b in sorted(buckets, key=lambda b: b.name):
        made = datetime.datetime.strptime(b.creation_date, '%Y-%m-%dT%H:%M:%S.%fZ')
        print(b.name, len(b.creation_date), b.creation_date.endswith('Z'), abs((today - made).days) <= 1)

    large = conn().get_bucket('inv-large')
    newest = sorted(large.list(), key=lambda k: (k.last_modified, k.name))[-1]
    print(newest.last_modified[10], newest.last_modified[-5:], newest.owner.display_name, newest.bucket.name)
    print(sum(k.size for k in large), len([k for k in large if k.size == 0]), len(set(k.etag for k in large)))
    classes = collections.defaultdict(list)
    for b in buckets:
        for k in b:
            classes[k.storage_class].append(k)
    print({c: len(ks) for c, ks in sorted(classes.items())})
    print('inv-small' in conn(), 'inv-tiny' in conn(), Location.EU, repr(Location.DEFAULT), Location.USWest2)
    made = conn().create_bucket('inv-made-eu', location=Location.EU)
    west = conn().create_bucket('inv-made-west', location=Location.USWest2)
    default = conn().create_bucket('inv-made', location=Location.DEFAULT)
    print([region_of(x) for x in (made, west, default)])
    for x in (made, west, default):
        x.delete()
    print(len(conn().get_all_buckets()))


if __name__ == '__main__':
    main()
