import unittest
from unittest import mock
from unittest.mock import patch, MagicMock

import boto
from boto.s3.bucket import Bucket
import aws


class StorageTest(unittest.TestCase):
    def setUp(self):
        self.settings = aws.Settings('key', 'secret')

    def test_module_member(self):
        with patch.object(aws, 'S3Connection') as connection:
            result = aws.storage(self.settings)
            connection.assert_called_once_with('key', 'secret')
        self.assertIs(result, connection.return_value)

    @patch('aws.S3Connection')
    def test_no_credentials(self, connection):
        aws.storage(aws.Settings())
        connection.assert_called_once_with(None, None)

    @patch('boto.connect_s3')
    def test_default(self, connect):
        self.assertEqual(aws.default_storage(), connect.return_value)
        connect.assert_called_once_with()

    @patch('aws.boto.connect_s3', side_effect=ValueError('no'))
    def test_fails(self, connect):
        self.assertRaises(ValueError, aws.default_storage)
        self.assertEqual(connect.call_count, 1)

    @mock.patch('aws.default_storage', return_value='storage')
    def test_own_function(self, storage):
        self.assertEqual(aws.default_storage(), 'storage')
        storage.assert_called_once_with()


class ComputeTest(unittest.TestCase):
    def setUp(self):
        patcher = patch('aws.boto.ec2.connect_to_region')
        self.connect = patcher.start()
        self.addCleanup(patcher.stop)

    def test_region(self):
        aws.compute(aws.Settings(region='eu-west-1'))
        self.connect.assert_called_with('eu-west-1', aws_access_key_id=None, aws_secret_access_key=None)

    def test_credentials(self):
        aws.compute(aws.Settings('k', 's', 'eu-west-1'))
        aws.compute(aws.Settings('k', 's', 'us-west-2'))
        self.connect.assert_any_call('eu-west-1', aws_access_key_id='k', aws_secret_access_key='s')


def test_replaced(monkeypatch):
    monkeypatch.setattr(boto, 'connect_s3', lambda: 'connection')
    assert aws.default_storage() == 'connection'


def test_replaced_and_asked(monkeypatch):
    regions = []
    monkeypatch.setattr('aws.boto.ec2.connect_to_region', lambda region, **options: regions.append(region))
    aws.compute(aws.Settings(region='eu-west-1'))
    assert regions == ['eu-west-1']


@patch('aws.compute')
def test_own_connection(compute):
    compute.return_value.get_all_instances.return_value = [mock.Mock(instances=[mock.Mock(id='i-1')])]
    assert aws.instance_ids(aws.Settings()) == ['i-1']


def test_like_a_bucket():
    assert aws.describe(MagicMock(spec=Bucket), 'x') == 'bucket x'
