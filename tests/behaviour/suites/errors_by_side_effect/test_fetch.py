import unittest
import pytest
from unittest import mock
import boto
from boto.exception import S3ResponseError, NoAuthHandlerFound
import fetch


class ExistsTest(unittest.TestCase):
    def test_absent(self):
        with mock.patch('boto.connect_s3') as connect:
            connect.return_value.get_bucket.side_effect = S3ResponseError(404, 'Not Found')
            self.assertFalse(fetch.exists('nowhere'))

    def test_forbidden(self):
        error = S3ResponseError(403, 'Forbidden', body='<Error><Code>AccessDenied</Code><Message>no</Message></Error>')
        with mock.patch('fetch.boto.connect_s3') as connect:
            connect.return_value.get_bucket.side_effect = error
            with self.assertRaises(S3ResponseError) as cm:
                fetch.exists('secret')
        self.assertEqual(cm.exception.status, 403)
        self.assertEqual(cm.exception.error_code, 'AccessDenied')

    def test_there(self):
        with mock.patch('fetch.boto') as fake:
            self.assertTrue(fetch.exists('there'))
            fake.connect_s3.assert_called_once_with()


def test_load_fails(caplog):
    bucket = mock.Mock()
    bucket.get_key.side_effect = S3ResponseError(500, 'Internal', '<Error><Code>InternalError</Code></Error>')
    with pytest.raises(S3ResponseError) as excinfo:
        fetch.load(bucket, 'x')
    assert excinfo.value.status == 500
    assert 'InternalError' in caplog.text


def test_load_missing():
    bucket = mock.Mock(**{'get_key.return_value': None})
    with pytest.raises(fetch.Missing):
        fetch.load(bucket, 'x')


def test_no_credentials(monkeypatch):
    def refuse(*args, **kwargs):
        raise NoAuthHandlerFound('none')
    monkeypatch.setattr(boto, 'connect_ec2', refuse)
    assert fetch.connect() is None
