import unittest
from unittest import mock

from boto.exception import S3ResponseError
from deploy import assets


class AssetsTest(unittest.TestCase):
    @mock.patch('boto.connect_s3')
    def test_count(self, connect_s3):
        bucket = connect_s3.return_value.get_bucket.return_value
        bucket.list.return_value = ['a', 'b']
        self.assertEqual(assets.count('b'), 2)
        connect_s3.return_value.get_bucket.assert_called_once_with('b')

    @mock.patch('deploy.assets.boto.connect_s3')
    def test_connect(self, connect_s3):
        assets.connect()
        self.assertTrue(connect_s3.called)

    @mock.patch('deploy.assets.boto')
    def test_error(self, boto):
        boto.connect_s3.return_value.get_bucket.side_effect = S3ResponseError(404, 'Not Found')
        with self.assertRaises(S3ResponseError):
            assets.count('b')

    @mock.patch('deploy.assets.connect')
    def test_upload(self, connect):
        conn = mock.MagicMock()
        connect.return_value = conn
        with mock.patch('deploy.assets.Key') as key:
            key.return_value.generate_url.return_value = 'http://x'
            self.assertEqual(assets.upload('/tmp/x', 'b'), 'http://x')
        conn.get_bucket.assert_called_with('b')

    @mock.patch.object(assets, 'connect')
    def test_names(self, connect):
        class FakeBucket(object):
            def __init__(self, name):
                self.name = name
        connect.return_value.get_all_buckets.return_value = [FakeBucket('a')]
        self.assertEqual(assets.bucket_names(), ['a'])
