import json

import boto.ec2
import pytest
from moto import mock_ec2

import inventory


@pytest.fixture()
def ec2():
    with mock_ec2():
        yield boto.ec2.connect_to_region('us-east-1')


@pytest.fixture()
def web(ec2):
    reservation = ec2.run_instances('ami-1234abcd', instance_type='m1.small', placement='us-east-1b', security_groups=['default'])
    instance = reservation.instances[0]
    instance.add_tag('Name', 'web')
    instance.update()
    return instance


def test_list(web, capsys):
    assert inventory.main(['--region', 'us-east-1']) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 1
    assert found[0]['id'] == web.id
    assert found[0]['tags'] == {'Name': 'web'}
    assert found[0]['zone'] == 'us-east-1b'
    assert found[0]['state'] == web.state == 'running'
    assert found[0]['groups'] == ['default']


def test_stop(web, capsys):
    inventory.main(['--stop', web.id, '--state', 'stopped'])
    assert json.loads(capsys.readouterr().out)[0]['state'] == 'stopped'
    web.update()
    assert web.state == 'stopped'
    assert web.state_code == 80


def test_stop_unknown(ec2, capsys):
    assert inventory.main(['--stop', 'i-0123456789abcdef0']) == 1
    assert 'ERROR InvalidInstanceID.NotFound' in capsys.readouterr().out


def test_region(monkeypatch):
    with pytest.raises(SystemExit) as e:
        inventory.connect('nowhere-1')
    assert 'no such region' in str(e.value)


def test_monkeypatched(monkeypatch, web, ec2):
    monkeypatch.setattr(inventory, 'connect', lambda region: ec2)
    assert [d['type'] for d in inventory.instances(inventory.connect('x'))] == ['m1.small']
