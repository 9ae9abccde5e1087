"""Photo album on S3."""
import boto
from boto.s3.key import Key


class Album(object):
    def __init__(self, bucket_name, conn=None):
        self.conn = conn or boto.connect_s3()
        self.bucket = self.conn.get_bucket(bucket_name)

    def add(self, name, data, public=False):
        k = Key(self.bucket)
        k.key = 'photos/%s' % name
        k.set_metadata('owner', 'me')
        k.set_contents_from_string(data, headers={'Content-Type': 'image/jpeg'})
        if public:
            k.make_public()
        return k

    def names(self):
        return sorted(k.name.split('/', 1)[1] for k in self.bucket.list('photos/'))

    def remove(self, name):
        k = self.bucket.get_key('photos/' + name)
        if k is None:
            raise KeyError(name)
        k.delete()

    def size(self):
        return sum(k.size for k in self.bucket.list('photos/'))
