import unittest
import boto.ec2
from boto.exception import EC2ResponseError
from moto import mock_ec2

from fleet import Fleet

AMI = 'ami-12c6146b'


class FleetTestCase(unittest.TestCase):
    def setUp(self):
        self.mock = mock_ec2()
        self.mock.start()
        self.conn = boto.ec2.connect_to_region('us-east-1')
        self.fleet = Fleet(conn=self.conn)

    def tearDown(self):
        self.mock.stop()

    def test_launch(self):
        ids = self.fleet.launch(AMI, 2, Name='web')
        self.assertEqual(len(ids), 2)
        reservations = self.conn.get_all_instances()
        instances = [i for r in reservations for i in r.instances]
        self.assertEqual(sorted(i.id for i in instances), sorted(ids))
        self.assertEqual(instances[0].tags['Name'], 'web')
        self.assertEqual(instances[0].state, 'running')
        self.assertEqual(instances[0].image_id, AMI)

    def test_running(self):
        self.fleet.launch(AMI, 1, Role='db')
        self.fleet.launch(AMI, 1, Role='web')
        found = self.fleet.running(Role='db')
        self.assertEqual(len(found), 1)
        assert found[0].tags.get('Role') == 'db'
        found[0].terminate()
        self.assertEqual(self.fleet.running(Role='db'), [])

    def test_stop(self):
        ids = self.fleet.launch(AMI, 1)
        self.assertEqual(self.fleet.stop(*ids), ids)
        status = self.conn.get_only_instances(ids)[0]
        self.assertEqual(status.state, 'stopped')

    def test_group(self):
        g = self.fleet.ensure_group('web', 'the web', [80, 443])
        again = self.fleet.ensure_group('web', 'the web', [80])
        self.assertEqual(g.id, again.id)
        self.assertEqual(len(again.rules), 2)
        self.assertEqual(again.rules[0].grants[0].cidr_ip, '0.0.0.0/0')

    def test_unknown(self):
        with self.assertRaises(EC2ResponseError) as cm:
            self.fleet.stop('i-12345678')
        self.assertEqual(cm.exception.code, 'InvalidInstanceID.NotFound')
        self.assertEqual(cm.exception.status, 400)
        self.assertIsNotNone(cm.exception.request_id)
