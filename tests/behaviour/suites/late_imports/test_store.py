import unittest
from unittest import mock

import boto
from boto.s3.key import Key
from moto import mock_s3

import store


class StoreTest(unittest.TestCase):
    @mock.patch.object(Key, 'set_contents_from_string', autospec=True)
    def test_patched_method(self, setter):
        with mock_s3():
            boto.connect_s3().create_bucket('things')
            store.save('things', 'a', 'x')
        self.assertEqual(setter.call_args[0][1], 'x')

    def test_class(self):
        """A method that is called on its class."""
        with mock.patch.object(Key, 'delete') as delete:
            Key.delete(mock.Mock())
        self.assertTrue(delete.called)

    @mock_s3
    def test_saved(self):
        bucket = boto.connect_s3().create_bucket('things')
        self.assertEqual(store.save('things', 'a', 'x'), 'a')
        self.assertEqual(bucket.get_key('a').get_contents_as_string(), b'x')
