"""Exports go to S3. Still boto 2."""
import csv
import io

import boto
from boto.exception import S3ResponseError
from boto.s3.key import Key

from exporter import settings

_conn = None


def get_conn():
    global _conn
    if _conn is None:
        _conn = boto.connect_s3()
    return _conn


def render(customer, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator='\n')
    writer.writerow(['customer', 'item', 'amount'])
    for item, amount in rows:
        writer.writerow([customer, item, amount])
    return out.getvalue()


def upload_export(customer, day, rows):
    bucket = get_conn().get_bucket(settings.EXPORTS, validate=False)
    key = Key(bucket)
    key.key = 'exports/%s/%s.csv' % (customer, day)
    key.set_metadata('rows', str(len(rows)))
    key.set_contents_from_string(render(customer, rows), headers={'Content-Type': 'text/csv'})
    return key


def last_export(customer):
    """The newest key of a customer or None."""
    bucket = get_conn().get_bucket(settings.EXPORTS)
    keys = sorted(bucket.list('exports/%s/' % customer), key=lambda k: k.name)
    return keys[-1] if keys else None


def copy_to_partner(key, customer):
    """Hand a copy to the partner bucket, if the customer has a folder there."""
    try:
        partner = get_conn().get_bucket(settings.PARTNERS)
    except S3ResponseError as e:
        print('partner bucket: %s %s' % (e.status, e.reason))
        return None
    if partner.get_key('%s/.keep' % customer) is None:
        return None
    return key.copy(partner.name, '%s/%s' % (customer, key.name.split('/')[-1]))
