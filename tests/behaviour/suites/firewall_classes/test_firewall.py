import boto.ec2
import pytest
from boto.exception import EC2ResponseError
from moto import mock_ec2

import firewall


class TestSync(object):
    @pytest.fixture(autouse=True)
    def setup_conn(self):
        with mock_ec2():
            self.conn = firewall.connect(aws_access_key_id='a', aws_secret_access_key='b')
            yield

    def test_new(self):
        assert firewall.sync(self.conn, 'web', [('tcp', 80, 80, '0.0.0.0/0')]) == (1, 0)
        group = firewall.find(self.conn, 'web')
        assert group.description == 'made by firewall'
        assert firewall.rules_of(group) == {('tcp', '80', '80', '0.0.0.0/0')}

    def test_change(self):
        firewall.sync(self.conn, 'web', [('tcp', 80, 80, '0.0.0.0/0')])
        assert firewall.sync(self.conn, 'web', [('tcp', 443, 443, '10.0.0.0/8')]) == (1, 1)
        assert firewall.sync(self.conn, 'web', [('tcp', 443, 443, '10.0.0.0/8')]) == (0, 0)

    def test_drop(self):
        self.conn.create_security_group('gone', 'x')
        assert firewall.drop(self.conn, 'gone')
        assert not firewall.drop(self.conn, 'gone')
        assert firewall.find(self.conn, 'gone') is None

    @pytest.mark.parametrize('name', ['a', 'b'])
    def test_twice(self, name):
        self.conn.create_security_group(name, name)
        with pytest.raises(EC2ResponseError) as e:
            self.conn.create_security_group(name, name)
        assert e.value.error_code == 'InvalidGroup.Duplicate'
        assert e.value.reason == 'Bad Request'
        assert name in e.value.message


@pytest.fixture
def ec2_conn():
    m = mock_ec2()
    m.start()
    conn = boto.ec2.connect_to_region('us-east-1')
    yield conn
    m.stop()


def test_group_grant(ec2_conn):
    one = ec2_conn.create_security_group('one', 'x')
    two = ec2_conn.create_security_group('two', 'x')
    two.authorize(src_group=one, ip_protocol='tcp', from_port=22, to_port=22)
    two = ec2_conn.get_all_security_groups(group_ids=[two.id])[0]
    assert two.rules[0].grants[0].group_id == one.id
    assert [g.name for g in ec2_conn.get_all_security_groups(filters={'group-name': 'one'})] == ['one']
