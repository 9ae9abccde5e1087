import boto
import boto.ec2


class Backup(object):
    def __init__(self, connection=None):
        self.connection = connection or boto.ec2.connect_to_region('us-east-1')

    def run(self, volume_id):
        snapshot = self.connection.create_snapshot(volume_id, 'nightly')
        snapshot.add_tag('Kind', 'nightly')
        return snapshot.id

    def prune(self, keep):
        snapshots = sorted(self.connection.get_all_snapshots(owner='self'), key=lambda s: s.start_time)
        for snapshot in snapshots[:-keep]:
            snapshot.delete()
        return len(snapshots[:-keep])
