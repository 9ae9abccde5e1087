import boto


class Store(object):
    def __init__(self, bucket_name):
        self.s3 = boto.connect_s3()
        self.bucket = self.s3.get_bucket(bucket_name, validate=False)

    def save(self, name, data):
        key = self.bucket.new_key(name)
        key.set_contents_from_string(data, headers={'Content-Type': 'text/plain'})
        return key.generate_url(expires_in=300)

    def names(self):
        return [key.name for key in self.bucket.list()]
