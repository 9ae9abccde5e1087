"""The fake that the tests of the EC2 helpers rest on tells the same from what differs."""

import pytest
from ec2_worlds import same


def test_what_is_random_is_the_same_in_both_worlds():
    made = same(
        lambda conn, _: conn.create_vpc("10.0.0.0/16").id,
        lambda ec2, _: ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"],
    )
    assert made == "<vpc 0>"


def test_a_different_value_is_seen():
    with pytest.raises(AssertionError, match="boto 2 gave 1, the helper 2"):
        same(lambda conn, _: 1, lambda ec2, _: 2)


def test_a_different_state_is_seen():
    with pytest.raises(AssertionError, match="boto 2 left"):
        same(lambda conn, _: conn.create_vpc("10.0.0.0/16") and None, lambda ec2, _: None, networks=True)
