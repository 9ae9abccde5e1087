"""Nodes wrap instances. This module knows nothing about the library that they come from."""


class NodeManager(object):
    def __init__(self, ec2):
        self.ec2 = ec2

    def wrap(self, instances):
        return [Node(i, self) for i in instances]

    def refresh(self, node):
        found = self.ec2.get_all_instances({'instance-id': node.id})
        return found[0] if found else None


class Node(object):
    def __init__(self, instance, manager, alias=None):
        self.instance = instance
        self.manager = manager
        self._alias = alias

    def __repr__(self):
        return '<Node: %s>' % self.alias

    @property
    def id(self):
        return self.instance.id

    @property
    def alias(self):
        return self._alias or self.tags.get('alias')

    @alias.setter
    def alias(self, value):
        self.instance.add_tag('alias', value)
        self._alias = value

    @property
    def tags(self):
        return self.instance.tags

    @property
    def groups(self):
        return [g.name for g in self.instance.groups]

    @property
    def state(self):
        return self.instance.state

    @property
    def placement(self):
        return self.instance.placement

    @property
    def addr(self):
        return self.instance.dns_name or self.instance.private_ip_address

    @property
    def is_master(self):
        return self.alias == 'master'

    def update(self):
        self.instance = self.manager.refresh(self) or self.instance
        return self.instance.state

    def attached_volumes(self):
        return [name for name in self.instance.block_device_mapping if name != self.instance.root_device_name]

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return getattr(self.instance, name)

    def shutdown(self):
        self.instance.terminate()
        return self.state
