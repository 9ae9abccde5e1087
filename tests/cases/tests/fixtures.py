import boto
import pytest
from moto import mock_s3


@pytest.fixture
def conn():
    with mock_s3():
        yield boto.connect_s3()


@pytest.fixture(name="reports")
def make_reports(conn):
    return conn.create_bucket("reports")


def test_save(conn, reports):
    reports.new_key("a").set_contents_from_string("x")
    assert reports.get_key("a").size == 1
    assert conn.lookup("nope") is None
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError
import pytest
from moto import mock_aws

# emitted: S3_CONFIG, _get_bucket, _lookup_bucket, _create_bucket, _described, _get_key, _key

@pytest.fixture
def conn():
    with mock_aws():
        yield boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)


@pytest.fixture(name="reports")
def make_reports(conn):
    return _create_bucket(conn, "reports")


def test_save(conn, reports):
    conn.put_object(
        Bucket=reports,
        Key="a",
        Body="x",
        ContentType="application/octet-stream",
    )
    assert _get_key(conn, reports, "a").get("Size") == 1
    assert _lookup_bucket(conn, "nope") is None
