from cluster.awsutils import EasyEC2
from cluster.node import NodeManager


class ClusterDoesNotExist(Exception):
    pass


class Cluster(object):
    prefix = '@sc-'

    def __init__(self, ec2, tag, size=2, image='ami-ffff6666', node_type='c3.xlarge'):
        self.ec2, self.tag, self.size, self.image, self.node_type = ec2, tag, size, image, node_type
        self.manager = NodeManager(ec2)
        self._group = None
        self._nodes = []

    @property
    def name(self):
        return self.prefix + self.tag

    @property
    def group(self):
        if self._group is None:
            self._group = self.ec2.get_or_create_group(self.name, 'cluster group %s' % self.tag)
        return self._group

    @property
    def nodes(self):
        states = ['pending', 'running', 'stopping', 'stopped']
        live = self.ec2.get_all_instances({'instance.group-name': self.name, 'instance-state-name': states})
        known = dict((n.id, n) for n in self._nodes)
        fresh = []
        for instance in live:
            if instance.id in known:
                known[instance.id].instance = instance
                fresh.append(known[instance.id])
            else:
                fresh.extend(self.manager.wrap([instance]))
        self._nodes = sorted(fresh, key=lambda n: (not n.is_master, n.alias))
        return self._nodes

    @property
    def master(self):
        for node in self.nodes:
            if node.is_master:
                return node
        raise ClusterDoesNotExist(self.tag)

    def start(self):
        zone = self.ec2.get_zone('b')
        instances = self.ec2.run_instances(self.image, min_count=self.size, max_count=self.size,
                                           instance_type=self.node_type, security_groups=[self.group.name],
                                           placement=zone.name)
        for n, node in enumerate(self.manager.wrap(instances)):
            node.alias = 'master' if n == 0 else 'node%03d' % n
        return len(instances)

    def volumes(self):
        return dict((v.id, v) for v in self.ec2.conn.get_all_volumes(filters={'attachment.instance-id': self.master.id}))

    def terminate(self):
        states = [node.shutdown() for node in self.nodes]
        return states, self.ec2.delete_group(self.group)


def list_clusters(ec2):
    groups = [g for g in ec2.conn.get_all_security_groups() if g.name.startswith(Cluster.prefix)]
    return sorted(g.name[len(Cluster.prefix):] for g in groups)


def make(tag, region='us-west-2', **options):
    return Cluster(EasyEC2(region), tag, **options)
