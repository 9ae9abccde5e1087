from unittest import mock

import boto
import boto.ec2


def buckets():
    return boto.connect_s3().get_all_buckets()


@mock.patch("boto.connect_s3")
def test_called(connect):
    buckets()
    assert connect.called


@mock.patch.object(boto, "connect_s3")
def test_object(connect):
    buckets()


def test_set(monkeypatch):
    monkeypatch.setattr("boto.ec2.connect_to_region", None)
    monkeypatch.setattr(boto.ec2, "connect_to_region", None)


@mock.patch("boto.s3.connection.S3Connection.get_all_buckets")
def test_method(get_all_buckets):
    buckets()


@mock.patch("boto.connect_s3")
def test_answers(connect):
    bucket = connect.return_value.get_bucket.return_value
    bucket.list.return_value = ["a"]
    connect.return_value.get_bucket.assert_called_once_with("reports")
# ---- after ----
from unittest import mock

import boto3
from botocore.config import Config

# emitted: S3_CONFIG

def buckets():
    return [
        bucket["Name"] for bucket in boto3.client(
            "s3", region_name="us-east-1", config=S3_CONFIG
        ).list_buckets()["Buckets"]
    ]


@mock.patch("boto3.client")
def test_called(connect):
    buckets()
    assert connect.called


@mock.patch.object(boto3, "client")
def test_object(connect):
    buckets()


def test_set(monkeypatch):
    monkeypatch.setattr("boto3.client", None)
    monkeypatch.setattr(boto3, "client", None)


# TODO(boto3ify): tests.patch boto3 makes the methods of clients at run time: put a double in the place of the client (boto3.client), use botocore.stub.Stubber, or patch botocore.client.BaseClient._make_api_call
@mock.patch("boto.s3.connection.S3Connection.get_all_buckets")
def test_method(get_all_buckets):
    buckets()


@mock.patch("boto3.client")
def test_answers(connect):
    # TODO(boto3ify): tests.double this fakes boto 2's get_bucket, list, where boto3 is asked head_bucket; answer that, or test with moto's mock_aws
    bucket = connect.return_value.get_bucket.return_value
    bucket.list.return_value = ["a"]
    connect.return_value.get_bucket.assert_called_once_with("reports")
