import unittest
import boto.vpc
from moto import mock_ec2_deprecated, mock_s3_deprecated
import moto
import net


@mock_ec2_deprecated
class NetTest(unittest.TestCase):
    def test_make(self):
        vpc_id, subnets = net.make_network('us-west-2', '10.0.0.0/16', [('10.0.1.0/24', 'us-west-2a'), ('10.0.2.0/24', 'us-west-2b')])
        c = boto.vpc.connect_to_region('us-west-2')
        all_subnets = c.get_all_subnets(filters={'vpcId': vpc_id})
        self.assertEqual(sorted(s.id for s in all_subnets), sorted(subnets))
        self.assertEqual(all_subnets[0].vpc_id, vpc_id)
        self.assertEqual(sorted(s.cidr_block for s in all_subnets), ['10.0.1.0/24', '10.0.2.0/24'])

    def test_find(self):
        vpc_id, _ = net.make_network('us-west-2', '10.0.0.0/16', [])
        found = net.find_vpc('us-west-2', 'net')
        self.assertEqual(found.id, vpc_id)
        self.assertEqual(found.cidr_block, '10.0.0.0/16')
        self.assertIsNone(net.find_vpc('us-west-2', 'other'))


class DestroyTest(unittest.TestCase):
    def test_destroy_missing(self):
        with moto.mock_ec2_deprecated():
            self.assertIsNone(net.destroy('us-west-2', 'vpc-12345678'))

    def test_destroy(self):
        with mock_ec2_deprecated(), mock_s3_deprecated():
            c = boto.vpc.connect_to_region('us-west-2')
            vpc = c.create_vpc('10.1.0.0/16')
            self.assertTrue(net.destroy('us-west-2', vpc.id))
            remaining = [v.id for v in c.get_all_vpcs()]
            self.assertNotIn(vpc.id, remaining)
