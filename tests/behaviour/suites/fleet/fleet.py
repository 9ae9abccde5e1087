import time
import boto.ec2
from boto.exception import EC2ResponseError


class Fleet(object):
    def __init__(self, region='us-east-1', conn=None):
        self.conn = conn or boto.ec2.connect_to_region(region)

    def launch(self, ami, count=1, **tags):
        reservation = self.conn.run_instances(ami, min_count=count, max_count=count, instance_type='t2.micro')
        for instance in reservation.instances:
            for key, value in tags.items():
                instance.add_tag(key, value)
        return [i.id for i in reservation.instances]

    def running(self, **tags):
        filters = dict(('tag:%s' % k, v) for k, v in tags.items())
        filters['instance-state-name'] = 'running'
        result = []
        for r in self.conn.get_all_instances(filters=filters):
            for i in r.instances:
                result.append(i)
        return result

    def stop(self, *ids):
        stopped = self.conn.stop_instances(instance_ids=list(ids))
        return [i.id for i in stopped]

    def ensure_group(self, name, description, ports):
        try:
            group = self.conn.create_security_group(name, description)
        except EC2ResponseError as e:
            if e.error_code != 'InvalidGroup.Duplicate':
                raise
            group = self.conn.get_all_security_groups(groupnames=[name])[0]
        for port in ports:
            try:
                group.authorize('tcp', port, port, '0.0.0.0/0')
            except EC2ResponseError as e:
                if 'InvalidPermission.Duplicate' not in str(e):
                    raise
        return group
