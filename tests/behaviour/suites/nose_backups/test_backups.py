from nose.tools import eq_, raises, assert_equal
import boto
import boto.ec2
from boto.exception import EC2ResponseError, BotoServerError
from moto import mock_ec2

import backups

ec2 = mock_ec2()
conn = None


def setup_module():
    global conn
    ec2.start()
    conn = boto.ec2.connect_to_region('eu-west-1')


def teardown_module():
    ec2.stop()


def test_snapshot():
    vol = conn.create_volume(10, 'eu-west-1a')
    vol.add_tag('Backup', 'daily')
    made = backups.snapshot_volumes(conn, 'daily')
    eq_(len(made), 1)
    snap = conn.get_all_snapshots(made)[0]
    eq_(snap.volume_id, vol.id)
    eq_(snap.volume_size, 10)
    assert_equal(snap.description, 'backup of %s' % vol.id)
    eq_(snap.tags, {'Backup': 'daily'})


def test_rotate():
    vol = conn.create_volume(1, 'eu-west-1a')
    vol.add_tag('Backup', 'weekly')
    for n in range(3):
        backups.snapshot_volumes(conn, 'weekly')
    kept = backups.rotate(conn, 'weekly', 1)
    eq_(len(kept), 1)
    eq_(len(conn.get_all_snapshots(owner='self', filters={'tag:Backup': 'weekly'})), 1)


@raises(EC2ResponseError)
def test_bad_volume():
    conn.get_all_volumes(['vol-00000000'])
