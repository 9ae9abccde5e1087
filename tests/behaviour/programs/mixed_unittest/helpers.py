import boto
from boto.s3.key import Key


class BucketFixture(object):
    """Mixed into test cases: a bucket with content before each test, none after."""
    bucket_name = 'unit-test-bucket'
    content = {}

    def setUp(self):
        self.connection = boto.connect_s3()
        self.bucket = self.connection.create_bucket(self.bucket_name)
        for name, text in self.content.items():
            self.put(name, text)

    def tearDown(self):
        for key in self.bucket.list():
            key.delete()
        self.bucket.delete()

    def put(self, name, text):
        key = Key(self.bucket)
        key.name = name
        return key.set_contents_from_string(text)

    def assertKey(self, name, expected):
        key = self.bucket.get_key(name)
        self.assertIsNotNone(key, name)
        self.assertEqual(key.get_contents_as_string(), expected)


def first_instance(reservations):
    return reservations[0].instances[0]
