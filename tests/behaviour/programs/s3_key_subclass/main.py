"""Test doubles and wrappers: a cache around keys, a fake bucket for tests, the real one from a factory."""
import json
import unittest

import boto
from boto.s3.key import Key


class FakeKey(object):
    def __init__(self, name):
        self.name, self.data = name, None

    def set_contents_from_string(self, data, headers=None):
        self.data = data
        return len(data)

    def get_contents_as_string(self):
        return self.data


class Document(object):
    """Wraps a key; the content is JSON."""

    def __init__(self, bucket, name):
        self.key = Key(bucket)
        self.key.key = name + '.json'

    def save(self, **values):
        body = json.dumps(values, sort_keys=True)
        self.key.set_contents_from_string(body, headers={'Content-Type': 'application/json'})
        return self

    def load(self):
        return json.loads(self.key.get_contents_as_string().decode('utf-8'))

    def __len__(self):
        return self.key.size or 0


class Cache(object):
    def __init__(self, bucket):
        self.bucket = bucket
        self.seen = {}

    def __getitem__(self, name):
        if name not in self.seen:
            key = self.bucket.get_key(name)
            if key is None:
                raise KeyError(name)
            self.seen[name] = key.read()
        return self.seen[name]

    def __contains__(self, name):
        return name in self.seen or self.bucket.get_key(name) is not None


class DocumentTest(unittest.TestCase):
    def setUp(self):
        self.conn = boto.connect_s3()
        self.bucket = self.conn.create_bucket('documents')

    def tearDown(self):
        self.bucket.delete_keys([k.name for k in self.bucket.list()])
        self.conn.delete_bucket(self.bucket)

    def test_round_trip(self):
        doc = Document(self.bucket, 'one').save(a=1, b=[2])
        self.assertEqual({'a': 1, 'b': [2]}, doc.load())
        self.assertEqual(18, len(doc))
        self.assertEqual('application/json', self.bucket.get_key('one.json').content_type)

    def test_cache(self):
        cache = Cache(self.bucket)
        self.assertFalse('x' in cache)
        self.bucket.new_key('x').set_contents_from_string('1')
        self.assertIn('x', cache)
        self.assertEqual(b'1', cache['x'])
        self.bucket.delete_key('x')
        self.assertEqual(b'1', cache['x'])
        with self.assertRaises(KeyError):
            cache['y']

    def test_fake(self):
        fake = FakeKey('n')
        self.assertEqual(2, fake.set_contents_from_string('ab'))
        self.assertEqual('ab', fake.get_contents_as_string())


if __name__ == '__main__':
    result = unittest.TextTestRunner(stream=open('log.txt', 'w')).run(
        unittest.defaultTestLoader.loadTestsFromTestCase(DocumentTest))
    print(result.testsRun, len(result.failures), len(result.errors), [str(e[1])[-300:] for e in result.errors])
