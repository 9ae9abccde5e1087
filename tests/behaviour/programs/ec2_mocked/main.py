import sys
import unittest

import boto
import nightly


class NightlyTest(unittest.TestCase):
    def setUp(self):
        self.conn = boto.connect_ec2()
        reservation = self.conn.run_instances('ami-33333333', min_count=3, max_count=3)
        self.ids = [i.id for i in reservation.instances]
        self.conn.create_tags(self.ids[:1], {'keep': ''})

    def tearDown(self):
        self.conn.terminate_instances(self.ids)

    def test_candidates(self):
        found = nightly.candidates(self.conn)
        self.assertEqual(sorted(i.id for i in found), sorted(self.ids[1:]))
        self.assertTrue(all(i.state == 'running' for i in found))

    def test_stop(self):
        self.assertEqual(nightly.stop_all('us-east-1'), 2)
        states = dict((i.id, i.state) for i in self.conn.get_only_instances(self.ids))
        self.assertEqual(states[self.ids[0]], 'running')
        self.assertEqual(states[self.ids[1]], 'stopped')

    def test_nothing_to_stop(self):
        self.conn.create_tags(self.ids, {'keep': 'yes'})
        self.assertEqual(nightly.stop_all('us-east-1'), 0)

    def test_dry_run(self):
        with self.assertRaises(boto.exception.EC2ResponseError) as caught:
            nightly.stop_all('us-east-1', dry_run=True)
        self.assertEqual(caught.exception.error_code, 'DryRunOperation')


if __name__ == '__main__':
    result = unittest.TextTestRunner(stream=open('/dev/null', 'w')).run(
        unittest.defaultTestLoader.loadTestsFromTestCase(NightlyTest))
    for _, text in result.errors + result.failures:
        print(text)
    print(result.testsRun, len(result.errors), len(result.failures))
    sys.exit(not result.wasSuccessful())
