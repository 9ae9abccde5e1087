import boto.ec2
from moto import mock_ec2_deprecated
from unittest import TestCase, main

from snapper import Snapper


@mock_ec2_deprecated
class SnapperTest(TestCase):
    def setUp(self):
        self.conn = boto.ec2.connect_to_region('eu-west-1')
        self.volume = self.conn.create_volume(10, 'eu-west-1a')
        self.snapper = Snapper(self.conn)

    def test_snap(self):
        name = self.snapper.snap(self.volume.id, 'nightly')
        (s,) = self.conn.get_all_snapshots(snapshot_ids=[name])
        self.assertEqual((s.description, s.volume_size, s.tags), ('nightly', 10, {'why': 'nightly'}))

    def test_prune(self):
        for i in range(4):
            self.snapper.snap(self.volume.id, 'no %d' % i)
        self.assertEqual(self.snapper.prune(self.volume.id, 2), 2)
        self.assertEqual(len(self.conn.get_all_snapshots(filters={'volume-id': self.volume.id})), 2)

    def test_volumes(self):
        self.assertEqual(self.snapper.volumes(), {self.volume.id: 10})


if __name__ == '__main__':
    main()
