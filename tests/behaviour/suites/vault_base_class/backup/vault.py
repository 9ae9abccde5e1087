import datetime
import hashlib
import os

import boto.s3
from boto.s3.key import Key
from boto.exception import S3ResponseError


class Vault(object):
    """Keeps dated copies of files, and drops the old ones."""

    def __init__(self, region, bucket_name, prefix='backups/'):
        self.conn = boto.s3.connect_to_region(region)
        self.bucket = self.conn.lookup(bucket_name) or self.conn.create_bucket(bucket_name, location=region)
        self.prefix = prefix

    def _name(self, path, day):
        return '%s%s/%s' % (self.prefix, day.strftime('%Y-%m-%d'), os.path.basename(path))

    def put(self, path, day):
        key = Key(self.bucket, self._name(path, day))
        with open(path, 'rb') as f:
            digest = hashlib.sha256(f.read()).hexdigest()
        key.set_metadata('sha256', digest)
        key.set_contents_from_filename(path, replace=True)
        return key.name

    def get(self, path, day, target):
        key = self.bucket.get_key(self._name(path, day))
        if not key:
            return False
        key.get_contents_to_filename(target)
        return key.get_metadata('sha256')

    def days(self):
        return sorted(p.name[len(self.prefix):].rstrip('/') for p in self.bucket.list(prefix=self.prefix, delimiter='/'))

    def expire(self, before):
        doomed = [k for k in self.bucket.list(self.prefix) if k.name[len(self.prefix):][:10] < before.strftime('%Y-%m-%d')]
        for key in doomed:
            key.delete()
        return len(doomed)

    def total(self):
        return sum(k.size for k in self.bucket.list(self.prefix))

    def url(self, path, day):
        return self.bucket.get_key(self._name(path, day)).generate_url(3600)

    def share(self, name):
        key = self.bucket.get_key(name)
        key.set_acl('public-read')
        for grant in key.get_acl().acl.grants:
            if grant.uri and grant.permission == 'READ':
                return True
        return False

    def move(self, old, new):
        self.bucket.copy_key(new, self.bucket.name, old)
        self.bucket.delete_key(old)
