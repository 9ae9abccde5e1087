import unittest
from io import BytesIO

from moto import mock_s3

from storages import s3boto
from boto.s3.connection import S3Connection


class StorageTests(unittest.TestCase):
    def setUp(self):
        self.mock = mock_s3()
        self.mock.start()
        self.storage = s3boto.Storage('files', auto_create=True)

    def tearDown(self):
        self.mock.stop()

    def test_save(self):
        self.assertEqual(self.storage.save('a/b.html', BytesIO(b'<p>')), 'a/b.html')
        conn = S3Connection('key', 'secret')
        key = conn.get_bucket('files').get_key('a/b.html')
        self.assertEqual(key.content_type, 'text/html')
        self.assertEqual(key.get_contents_as_string(), b'<p>')

    def test_open(self):
        self.storage.save('x.bin', BytesIO(b'123'))
        with self.storage.open('x.bin') as f:
            self.assertEqual(f.read(), b'123')
        self.assertRaises(IOError, self.storage.open, 'nope')

    def test_exists(self):
        self.assertFalse(self.storage.exists('x.bin'))
        self.storage.save('x.bin', BytesIO(b'123'))
        self.assertTrue(self.storage.exists('x.bin'))
        self.assertEqual(self.storage.size('x.bin'), 3)
        self.storage.delete('x.bin')
        self.assertEqual(self.storage.size('x.bin'), 0)

    def test_listdir(self):
        for name in ('a.txt', 'd/b.txt', 'd/e/c.txt'):
            self.storage.save(name, BytesIO(b''))
        self.assertEqual(self.storage.listdir(''), (['d'], ['a.txt']))
        self.assertEqual(self.storage.listdir('d'), (['e'], ['b.txt']))

    def test_no_bucket(self):
        storage = s3boto.Storage('other')
        self.assertEqual(storage.bucket.name, 'other')

    def test_url(self):
        self.assertEqual(self.storage.url('a.txt'), 'https://files.s3.amazonaws.com/a.txt')
