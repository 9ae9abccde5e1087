import boto
import boto.ec2


class EasyAWS(object):
    def __init__(self, connection_authenticator, **kwargs):
        self.connection_authenticator = connection_authenticator
        self._conn = None
        self._kwargs = kwargs

    def reload(self):
        self._conn = None
        return self.conn

    @property
    def conn(self):
        if self._conn is None:
            self._conn = self.connection_authenticator(**self._kwargs)
        return self._conn


class EasyEC2(EasyAWS):
    def __init__(self, region='us-east-1'):
        super(EasyEC2, self).__init__(boto.ec2.connect_to_region, region_name=region)

    @property
    def region(self):
        return self.conn.region

    def get_or_create_group(self, name, description):
        for sg in self.conn.get_all_security_groups(filters={'group-name': name}):
            return sg
        sg = self.conn.create_security_group(name, description)
        sg.authorize('tcp', 22, 22, '0.0.0.0/0')
        return sg

    def get_zone(self, letter):
        zones = dict((z.name[-1], z) for z in self.conn.get_all_zones())
        return zones.get(letter)

    def run_instances(self, image_id, **kwargs):
        return self.conn.run_instances(image_id, **kwargs).instances

    def get_all_instances(self, filters=None):
        found = []
        for reservation in self.conn.get_all_instances(filters=filters or {}):
            found.extend(reservation.instances)
        return found

    def delete_group(self, group):
        return group.delete()
