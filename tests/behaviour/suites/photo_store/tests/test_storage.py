import unittest

import boto
from boto.exception import S3ResponseError
from moto import mock_s3

from photostore.storage import PhotoStore


class PhotoStoreTest(unittest.TestCase):

    @mock_s3
    def test_save_and_load(self):
        store = PhotoStore('photos')
        store.save('a.jpg', b'abc')
        self.assertEqual(store.load('a.jpg'), b'abc')
        self.assertEqual(store.names(), ['a.jpg'])

    @mock_s3
    def test_save_really_writes(self):
        conn = boto.connect_s3()
        conn.create_bucket('photos')
        PhotoStore('photos').save('b.jpg', b'12345')
        key = conn.get_bucket('photos').get_key('b.jpg')
        self.assertEqual(key.size, 5)
        self.assertEqual(key.content_type, 'image/jpeg')
        self.assertEqual(key.get_contents_as_string(), b'12345')

    @mock_s3
    def test_missing(self):
        store = PhotoStore('photos')
        with self.assertRaises(KeyError):
            store.load('nope')

    @mock_s3
    def test_missing_bucket(self):
        conn = boto.connect_s3()
        with self.assertRaises(S3ResponseError) as cm:
            conn.get_bucket('nope')
        self.assertEqual(cm.exception.status, 404)
        self.assertEqual(cm.exception.error_code, 'NoSuchBucket')
        self.assertRaises(S3ResponseError, conn.get_bucket, 'nope')

    @mock_s3
    def test_remove(self):
        store = PhotoStore('photos')
        store.save('a.jpg', b'abc')
        store.save('dir/c.jpg', b'abc')
        store.remove('a.jpg')
        self.assertEqual(store.names(), ['dir/c.jpg'])
        self.assertEqual(store.names(prefix='x'), [])
        self.assertEqual(store.size('dir/c.jpg'), 3)


if __name__ == '__main__':
    unittest.main()
