import boto.ec2
import boto.vpc
import pytest
from moto import mock_ec2_deprecated


@pytest.fixture
def aws():
    mock = mock_ec2_deprecated()
    mock.start()
    yield
    mock.stop()


@pytest.fixture
def ec2(aws):
    return boto.ec2.connect_to_region('us-west-2')


@pytest.fixture
def vpc(aws):
    return boto.vpc.connect_to_region('us-west-2')


@pytest.fixture
def group(ec2):
    group = ec2.create_security_group('web', 'Web servers')
    group.authorize('tcp', 80, 80, '0.0.0.0/0')
    yield group
    group.delete()
