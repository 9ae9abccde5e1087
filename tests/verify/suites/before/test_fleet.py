import boto.ec2
import pytest
from moto import mock_ec2_deprecated

import fleet


@pytest.fixture
def conn():
    with mock_ec2_deprecated():
        yield fleet.connect()


def test_launch_and_find(conn):
    ids = fleet.launch(conn, 'ami-1234abcd', 2, 'web')
    assert len(ids) == 2
    assert sorted(i.id for i in fleet.by_role(conn, 'web')) == sorted(ids)
    assert fleet.by_role(conn, 'db') == []
    assert fleet.by_role(conn, 'web')[0].tags['role'] == 'web'


def test_stop(conn):
    fleet.launch(conn, 'ami-1234abcd', 1, 'web')
    assert fleet.stop_role(conn, 'web') == 1
    assert fleet.stop_role(conn, 'db') == 0
    assert [i.state for i in fleet.by_role(conn, 'web')] == ['stopped']


def test_kill(conn):
    (one,) = fleet.launch(conn, 'ami-1234abcd', 1, 'web')
    assert fleet.kill(conn, one) == [one]
    assert fleet.kill(conn, 'i-12345678') == []
    assert fleet.by_role(conn, 'web') == []


@mock_ec2_deprecated
def test_group():
    conn = boto.ec2.connect_to_region('us-west-2')
    group = fleet.open_port(conn, 'web', 80)
    again = fleet.open_port(conn, 'web', 443)
    assert group.id == again.id
    rules = conn.get_all_security_groups(groupnames=['web'])[0].rules
    assert sorted(int(r.from_port) for r in rules) == [80, 443]
    assert [str(g.cidr_ip) for r in rules for g in r.grants] == ['0.0.0.0/0'] * 2
