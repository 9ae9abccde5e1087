from backup import Backup


class FakeSnapshot(object):
    def __init__(self, id, start_time):
        self.id, self.start_time, self.tags, self.deleted = id, start_time, {}, False

    def add_tag(self, key, value=''):
        self.tags[key] = value

    def delete(self):
        self.deleted = True


class FakeConnection(object):
    def __init__(self):
        self.snapshots = []

    def create_snapshot(self, volume_id, description=None):
        self.snapshots.append(FakeSnapshot('snap-%d' % len(self.snapshots), '2015-01-%02dT00:00:00.000Z' % len(self.snapshots)))
        return self.snapshots[-1]

    def get_all_snapshots(self, snapshot_ids=None, owner=None):
        return self.snapshots


def test_run():
    conn = FakeConnection()
    assert Backup(conn).run('vol-1') == 'snap-0'
    assert conn.snapshots[0].tags == {'Kind': 'nightly'}


def test_prune():
    conn = FakeConnection()
    backup = Backup(conn)
    for _ in range(4):
        backup.run('vol-1')
    assert backup.prune(1) == 3
    assert [s.deleted for s in conn.snapshots] == [True, True, True, False]
