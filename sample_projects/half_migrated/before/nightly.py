#!/usr/bin/env python
"""The nightly run of the portal's exports: nightly.py [DAY]"""
import datetime
import sys

import boto.ec2
from boto.exception import EC2ResponseError, S3ResponseError
from botocore.exceptions import ClientError

from exporter import cleanup, fleet, links, settings, uploads

ORDERS = {
    'acme': [('anvil', 3), ('rocket skates', 1)],
    'globex': [('hammock', 12)],
}


def export_all(day):
    for customer in settings.CUSTOMERS:
        before = uploads.last_export(customer)
        print('%s: last export %s' % (customer, before.name if before else 'never'))
        if customer not in ORDERS:
            continue
        key = uploads.upload_export(customer, day, ORDERS[customer])
        print('  wrote %s, %d bytes, etag %s' % (key.name, key.size, key.etag))
        copy = uploads.copy_to_partner(key, customer)
        if copy is not None:
            print('  copied to %s/%s' % (copy.bucket.name, copy.name))
            print('  %s' % links.new_link(copy.name))
        print('  %s' % links.old_link(key.name))
        print('  partner has %s' % (', '.join(links.partner_files(customer)) or 'nothing'))


def tag_workers(day):
    """Not on the new fleet module yet: it only reads."""
    conn = boto.ec2.connect_to_region(settings.REGION)
    try:
        for reservation in conn.get_all_reservations(filters={'tag:Role': 'worker'}):
            for instance in reservation.instances:
                instance.add_tag('LastExport', day)
                print('  tagged %s (%s)' % (instance.tags['Name'], instance.state))
    except EC2ResponseError as e:
        print('  cannot tag: %s' % e.error_code)


def main():
    today = datetime.date.today()
    if len(sys.argv) > 1:
        today = datetime.datetime.strptime(sys.argv[1], '%Y-%m-%d').date()
    try:
        export_all(today.isoformat())
        print('deleted %d old exports' % cleanup.delete_old(today))
    except (S3ResponseError, ClientError) as e:
        print('S3 says no: %s' % e)
        return 1
    for name, size in fleet.workers():
        print('worker %s, %s' % (name, size))
    tag_workers(today.isoformat())
    print('%d GB of disks, %d snapshots' % fleet.disk_usage())
    return 0


if __name__ == '__main__':
    sys.exit(main())
