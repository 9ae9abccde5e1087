"""Network interfaces: specifications at launch, spare ones attached and detached, more private addresses, attributes."""
import boto.vpc
from boto.ec2.networkinterface import NetworkInterfaceCollection, NetworkInterfaceSpecification, PrivateIPAddress
from boto.exception import EC2ResponseError


def spec(subnet, *groups, **kwargs):
    kwargs.setdefault('delete_on_termination', True)
    return NetworkInterfaceSpecification(subnet_id=subnet.id, groups=[g.id for g in groups], **kwargs)


class Interfaces(list):
    """A list that can be refreshed."""

    def __init__(self, conn, **filters):
        self.conn, self.filters = conn, filters
        super(Interfaces, self).__init__(conn.get_all_network_interfaces(filters=filters))

    def again(self):
        return Interfaces(self.conn, **self.filters)

    def line(self, eni):
        a = eni.attachment
        on = 'detached' if a is None else 'eth%d %s %s' % (a.device_index, a.status, a.delete_on_termination)
        ips = ['%s%s' % (p.private_ip_address.split('.')[-1] if p.primary else 'extra', '*' if p.primary else '')
               for p in eni.private_ip_addresses]
        return '%-10s %-9s %s %s check=%s groups=%s %s' % (
            eni.tags.get('Name', '-'), eni.status, on, ips, eni.source_dest_check, sorted(g.name for g in eni.groups),
            eni.description or '(no text)')

    def show(self):
        for eni in sorted(self, key=lambda e: (e.tags.get('Name', ''), e.private_ip_address)):
            print('  ' + self.line(eni))


def main():
    conn = boto.vpc.connect_to_region('us-west-1')
    vpc = conn.create_vpc('10.50.0.0/16')
    subnet = conn.create_subnet(vpc.id, '10.50.1.0/24', availability_zone='us-west-1a')
    front, back = [conn.create_security_group(n, 'group ' + n, vpc_id=vpc.id) for n in ('front', 'back')]
    spare = conn.create_network_interface(subnet.id, private_ip_address='10.50.1.100', description='spare', groups=[back.id])
    spare.add_tag('Name', 'spare')
    print(spare.status, spare.attachment, spare.mac_address.count(':'), spare.availability_zone, spare.owner_id,
          spare.vpc_id == vpc.id, [(p.private_ip_address, p.primary) for p in spare.private_ip_addresses])

    collection = NetworkInterfaceCollection(spec(subnet, front, description='first', private_ip_address='10.50.1.20'))
    collection.append(spec(subnet, front, back, device_index=1, delete_on_termination=False))
    instance = conn.run_instances('ami-34343434', network_interfaces=collection, instance_type='c3.large').instances[0]
    instance.update()
    print(instance.subnet_id == subnet.id, instance.vpc_id == vpc.id, instance.private_ip_address, len(instance.interfaces))
    public = conn.run_instances('ami-34343434', network_interfaces=NetworkInterfaceCollection(
        NetworkInterfaceSpecification(device_index=0, subnet_id=subnet.id, groups=[front.id],
                                      associate_public_ip_address=True))).instances[0]
    public.update()
    print('public', bool(public.ip_address), [e.subnet_id == subnet.id for e in public.interfaces])
    plain = conn.run_instances('ami-34343434', subnet_id=subnet.id, security_group_ids=[back.id],
                               private_ip_address='10.50.1.30').instances[0]
    print('plain', plain.private_ip_address, [g.name for g in plain.groups])

    enis = Interfaces(conn, subnet_id=subnet.id)
    print(len(enis))
    mine = Interfaces(conn, **{'tag:Name': 'spare'})
    mine.show()
    print(conn.attach_network_interface(spare.id, plain.id, device_index=2))
    mine.again().show()
    spare.update()
    attachment = spare.attachment
    print(attachment.instance_id == plain.id, attachment.device_index + 1, attachment.instance_owner_id, attachment.attach_time[10])
    print(conn.modify_network_interface_attribute(spare.id, 'deleteOnTermination', True, attachment.id),
          conn.modify_network_interface_attribute(spare.id, 'description', 'busy now'),
          conn.modify_network_interface_attribute(spare.id, 'sourceDestCheck', False),
          conn.modify_network_interface_attribute(interface_id=spare.id, attr='groupSet', value=[front.id, back.id]))
    print(conn.assign_private_ip_addresses(spare.id, secondary_private_ip_address_count=2),
          conn.assign_private_ip_addresses(spare.id, private_ip_addresses=['10.50.1.77', '10.50.1.78']))
    mine.again().show()
    before = set(p.private_ip_address for p in mine.again()[0].private_ip_addresses)
    print(conn.unassign_private_ip_addresses(spare.id, '10.50.1.77'))
    after = set(p.private_ip_address for p in mine.again()[0].private_ip_addresses)
    print(sorted(before - after), len(after))
    try:
        conn.detach_network_interface('eni-attach-00000000')
    except EC2ResponseError as e:
        print(e.error_code)
    print(conn.detach_network_interface(attachment.id, force=True), mine.again()[0].attachment, spare.update(), spare.status)
    print([p.primary for p in (PrivateIPAddress(primary=True), PrivateIPAddress())], spare.delete(), len(mine.again()))
    print(len([e for e in Interfaces(conn) if e.attachment is None or e.attachment.instance_id is None]))


if __name__ == '__main__':
    main()
