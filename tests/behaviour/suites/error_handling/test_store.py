import boto
import pytest
from boto.exception import S3ResponseError
from moto import mock_s3
import store


@pytest.fixture(autouse=True)
def aws():
    with mock_s3():
        yield


@pytest.fixture
def conn():
    return boto.connect_s3()


def test_describe(conn):
    try:
        conn.get_bucket('nope')
    except S3ResponseError as e:
        assert store.is_missing(e)
        assert store.describe(e) == '404 Not Found NoSuchBucket'
    else:
        assert False


def test_make(conn):
    b = store.make(conn, 'fresh')
    assert b.name == 'fresh'
    with pytest.raises(store.StoreError) as info:
        store.read(conn, 'other', 'x')
    assert '404' in str(info.value)
    assert store.read(conn, 'fresh', 'x') is None


def test_retry(conn):
    assert store.retry(conn.get_bucket, 'nope') is None


def test_guarded(conn):
    assert store.guarded(conn, 'nope') is None


def test_error_str(conn):
    with pytest.raises(S3ResponseError, match='Not Found'):
        conn.get_bucket('nope')
