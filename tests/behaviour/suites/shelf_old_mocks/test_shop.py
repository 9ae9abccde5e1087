import unittest

import boto
import moto
from moto import mock_s3_deprecated, mock_s3
from boto.exception import S3ResponseError

from shop import Shelf


class SetUpTest(unittest.TestCase):
    def setUp(self):
        self.mock = mock_s3_deprecated()
        self.mock.start()
        self.addCleanup(self.mock.stop)
        self.shelf = Shelf('books')
        self.conn = boto.connect_s3()

    def test_put(self):
        assert self.shelf.put('emma', u'text', author='Jane') == 4
        self.assertEqual(self.shelf.get('emma'), 'text')
        self.assertEqual(self.shelf.author('emma'), 'Jane')
        self.assertIsNone(self.shelf.get('other'))
        keys = list(self.conn.get_bucket('books').list())
        self.assertEqual([(k.name, k.size) for k in keys], [('emma', 4)])

    def test_drop(self):
        self.shelf.put('a', 'x')
        self.shelf.drop()
        with self.assertRaises(S3ResponseError) as caught:
            self.conn.get_bucket('books')
        self.assertEqual(caught.exception.status, 404)
        self.assertEqual((caught.exception.error_code, caught.exception.reason), ('NoSuchBucket', 'Not Found'))
        self.assertRaises(S3ResponseError, self.conn.get_bucket, 'books')
        self.assertRaises(S3ResponseError, lambda: self.conn.get_bucket('books').get_all_keys())


@moto.mock_s3_deprecated
class ClassTest(unittest.TestCase):
    def test_titles(self):
        shelf = Shelf('more')
        for name in ('a/1', 'a/2', 'b'):
            shelf.put(name, '')
        self.assertEqual(shelf.titles('a/'), ['a/1', 'a/2'])


@mock_s3
def test_function():
    Shelf('plain').put('x', 'y')
    assert boto.connect_s3().get_bucket('plain').get_key('x').read() == b'y'


def test_context():
    with mock_s3_deprecated():
        assert Shelf('ctx').titles() == []
        bucket = boto.connect_s3().get_bucket('ctx')
        assert bucket.get_key('nothing') is None
