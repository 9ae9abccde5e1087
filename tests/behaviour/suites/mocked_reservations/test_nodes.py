from unittest.mock import Mock, patch

import nodes


def instance(id, state='running', **tags):
    m = Mock(state=state, private_ip_address='10.0.0.1', tags=tags)
    m.id = id
    return m


@patch('nodes.boto.ec2.connect_to_region')
def test_running(connect):
    conn = connect.return_value
    conn.get_all_instances.return_value = [Mock(instances=[instance('i-1', Name='web'), instance('i-2', 'stopped')])]
    assert nodes.running('us-east-1', 'web') == [('i-1', '10.0.0.1', 'web')]
    connect.assert_called_once_with('us-east-1')
    conn.get_all_instances.assert_called_with(filters={'tag:Role': 'web'})


def test_stop():
    conn = Mock()
    conn.stop_instances.return_value = [Mock(id='i-9')]
    assert nodes.stop(conn, ['i-9']) == ['i-9']
    conn.stop_instances.assert_called_once_with(instance_ids=['i-9'])
