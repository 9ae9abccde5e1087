import boto


class NoFreeAddress(Exception):
    pass


class AddressPool(object):

    def __init__(self, size, connection=None):
        self.connection = connection if connection is not None else boto.connect_ec2()
        while len(self.all()) < size:
            self.connection.allocate_address(domain='vpc')

    def all(self):
        return self.connection.get_all_addresses()

    def free(self):
        return [a for a in self.all() if not a.instance_id and not a.association_id]

    def by_instance(self):
        return dict((a.instance_id, a) for a in self.all() if a.instance_id)

    def give(self, instance):
        try:
            address = self.free().pop(0)
        except IndexError:
            raise NoFreeAddress('all %d in use' % len(self.all()))
        ok = self.connection.associate_address(instance.id, allocation_id=address.allocation_id)
        instance.update()
        return ok, instance.ip_address == address.public_ip

    def take(self, instance):
        address = self.by_instance()[instance.id]
        return address.disassociate()

    def move(self, source, target):
        address = self.by_instance().get(source.id)
        if address is None:
            return None
        return self.connection.associate_address(target.id, address.public_ip, allow_reassociation=True)

    def drain(self):
        released = 0
        for address in self.free():
            released += bool(address.release())
        return released
