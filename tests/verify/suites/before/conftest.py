"""What the older tests share: a vault that is full, and no way to forget the mock."""
import boto
import moto
import pytest


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch):
    monkeypatch.setenv('AWS_ACCESS_KEY_ID', 'testing')
    monkeypatch.setenv('AWS_SECRET_ACCESS_KEY', 'testing')


@pytest.fixture
def vault():
    mock = moto.mock_s3_deprecated()
    mock.start()
    bucket = boto.connect_s3().create_bucket('vault')
    for name in ('2014/a', '2014/b', '2015/a'):
        bucket.new_key(name).set_contents_from_string(name.upper())
    yield bucket
    mock.stop()
