import pytest
from boto.exception import EC2ResponseError

import net


def test_open_ports(ec2, group):
    assert net.open_ports(ec2, 'web') == [('tcp', 80, ['0.0.0.0/0'])]


def test_allow(ec2, group):
    assert net.allow(ec2, 'web', 443, '10.0.0.0/8')
    assert net.allow(ec2, 'web', 443, '10.0.0.0/8') is False
    assert len(net.open_ports(ec2, 'web')) == 2
    assert group.name == 'web' and group.id.startswith('sg-')


def test_unknown(ec2):
    with pytest.raises(EC2ResponseError, match='InvalidGroup.NotFound') as info:
        net.open_ports(ec2, 'nothing')
    assert info.value.status == 400
    assert info.value.error_code == 'InvalidGroup.NotFound'
    assert 'nothing' in info.value.message


@pytest.mark.parametrize('cidr', ['10.0.0.0/16', '10.1.0.0/16'])
def test_build(vpc, cidr):
    made, subnet = net.build(vpc, cidr)
    assert subnet.vpc_id == made.id
    assert made.cidr_block == cidr
    assert [s.id for s in vpc.get_all_subnets(filters={'vpcId': made.id})] == [subnet.id]
