import unittest

import boto
from moto import mock_s3_deprecated

from photos import Album


class AlbumTest(unittest.TestCase):
    mock = mock_s3_deprecated()

    def setUp(self):
        self.mock.start()
        self.conn = boto.connect_s3('key', 'secret')
        self.conn.create_bucket('album')
        self.album = Album('album')

    def tearDown(self):
        self.mock.stop()

    def test_add(self):
        k = self.album.add('a.jpg', 'data')
        self.assertEqual(k.name, 'photos/a.jpg')
        stored = self.conn.get_bucket('album').get_key('photos/a.jpg')
        self.assertEqual(stored.get_contents_as_string(), b'data')
        self.assertEqual(stored.content_type, 'image/jpeg')
        self.assertEqual(stored.get_metadata('owner'), 'me')

    def test_public(self):
        k = self.album.add('b.jpg', 'data', public=True)
        grants = [g.uri for g in k.get_acl().acl.grants if g.uri]
        self.assertTrue(any('AllUsers' in uri for uri in grants))

    def test_names_and_size(self):
        self.album.add('b.jpg', 'xx')
        self.album.add('a.jpg', 'yyy')
        self.assertEqual(self.album.names(), ['a.jpg', 'b.jpg'])
        self.assertEqual(self.album.size(), 5)

    def test_remove(self):
        self.album.add('b.jpg', 'xx')
        self.album.remove('b.jpg')
        self.assertEqual(self.album.names(), [])
        with self.assertRaises(KeyError):
            self.album.remove('b.jpg')


if __name__ == '__main__':
    unittest.main()
