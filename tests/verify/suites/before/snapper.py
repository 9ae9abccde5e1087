"""Snapshots, with a connection that is handed in."""
import datetime


class Snapper(object):
    def __init__(self, conn):
        self.conn = conn

    def snap(self, volume_id, why):
        snapshot = self.conn.create_snapshot(volume_id, description=why)
        snapshot.add_tag('why', why)
        return snapshot.id

    def prune(self, volume_id, keep):
        snaps = self.conn.get_all_snapshots(owner='self', filters={'volume-id': volume_id})
        snaps = sorted(snaps, key=lambda s: s.start_time, reverse=True)
        gone = snaps[keep:]
        for s in gone:
            s.delete()
        return len(gone)

    def volumes(self):
        return dict((v.id, v.size) for v in self.conn.get_all_volumes() if v.status == 'available')
