import os, sys, urllib
from ConfigParser import SafeConfigParser
import boto
from boto.s3.connection import S3Connection
from boto.s3.key import Key


class ImageStore:
    def __init__(self, config):
        parser = SafeConfigParser()
        parser.read(config)
        self.conn = S3Connection(parser.get('s3', 'key'), parser.get('s3', 'secret'))
        self.bucket_name = parser.get('s3', 'bucket')

    def bucket(self):
        return self.conn.create_bucket(self.bucket_name)

    def save(self, user, name, data):
        if not isinstance(name, basestring):
            raise TypeError, "name must be a string"
        k = Key(self.bucket())
        k.key = 'users/%s/%s' % (user, urllib.quote(name))
        k.set_metadata('size', str(len(data)))
        k.set_contents_from_string(data, {'Content-Type': 'image/jpeg'})
        k.set_acl('public-read')
        return k.key

    def load(self, user, name):
        k = self.bucket().get_key('users/%s/%s' % (user, urllib.quote(name)))
        if k:
            return k.get_contents_as_string()

    def delete(self, user):
        n = 0
        for k in self.bucket().list('users/%s/' % user):
            k.delete()
            n += 1
        print >>sys.stderr, "deleted %d images of %s" % (n, user)
        return n

    def usage(self):
        sizes = {}
        for k in self.bucket().list('users/'):
            user = k.name.split('/')[1]
            sizes[user] = sizes.get(user, 0L) + k.size
        return sorted(sizes.items(), lambda a, b: cmp(b[1], a[1]))

    def users(self):
        return map(lambda p: p.name.split('/')[1], self.bucket().list('users/', '/'))
