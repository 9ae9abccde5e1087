import boto
import moto
import pytest

from app import reports


@pytest.fixture
def s3():
    mock = moto.mock_s3()
    mock.start()
    yield boto.connect_s3('k', 's')
    mock.stop()


@pytest.fixture
def bucket(s3):
    return s3.create_bucket('company-reports')
