from boto.vpc import VPCConnection

PUBLIC, PRIVATE = 'public', 'private'


class Network(object):

    def __init__(self, name, cidr='10.20.0.0/16', zones=('us-east-1a', 'us-east-1b')):
        self.name, self.cidr, self.zones = name, cidr, zones
        self.conn = VPCConnection()
        self.vpc = self.igw = None
        self.subnets = {PUBLIC: [], PRIVATE: []}
        self.tables = {}

    def tag(self, thing, suffix=None):
        thing.add_tag('Name', '-'.join(filter(None, [self.name, suffix])))
        return thing

    def __enter__(self):
        if self.conn.get_all_vpcs(filters={'cidr': self.cidr}):
            raise ValueError('%s is taken' % self.cidr)
        self.vpc = self.conn.create_vpc(self.cidr)
        print('%s %s %s' % (self.vpc.cidr_block, self.vpc.state, self.vpc.is_default))
        self.conn.modify_vpc_attribute(self.vpc.id, enable_dns_support=True)
        self.conn.modify_vpc_attribute(self.vpc.id, enable_dns_hostnames=True)
        self.igw = self.tag(self.conn.create_internet_gateway())
        print('attached: %s' % self.conn.attach_internet_gateway(self.igw.id, self.vpc.id))
        octet = 0
        for kind in (PUBLIC, PRIVATE):
            self.tables[kind] = self.tag(self.conn.create_route_table(self.vpc.id), kind)
            for zone in self.zones:
                subnet = self.conn.create_subnet(self.vpc.id, '10.20.%d.0/24' % octet, availability_zone=zone)
                self.tag(subnet, kind + zone[-1])
                association = self.conn.associate_route_table(self.tables[kind].id, subnet.id)
                print('%s %s %s' % (subnet.tags['Name'], subnet.cidr_block, association[:9]))
                self.subnets[kind].append(subnet)
                octet += 1
        self.conn.create_route(self.tables[PUBLIC].id, '0.0.0.0/0', gateway_id=self.igw.id)
        return self

    def nat(self, image='ami-12121212'):
        reservation = self.conn.run_instances(image, subnet_id=self.subnets[PUBLIC][0].id, instance_type='m1.small')
        box = self.tag(reservation.instances[0], 'nat')
        self.conn.modify_instance_attribute(box.id, 'sourceDestCheck', False)
        print('route: %s' % self.conn.create_route(self.tables[PRIVATE].id, '0.0.0.0/0', instance_id=box.id))
        return box

    def routes(self, kind):
        table = self.conn.get_all_route_tables([self.tables[kind].id])[0]
        for r in table.routes:
            target = r.gateway_id or (r.instance_id and 'instance') or r.interface_id
            if target and target.startswith('igw-'):
                target = 'internet'
            yield r.destination_cidr_block, target, r.state

    def describe(self):
        vpc = self.vpc
        print([v.cidr_block for v in self.conn.get_all_vpcs([vpc.id])], sorted(v.cidr_block for v in self.conn.get_all_vpcs()))
        for subnet in sorted(self.conn.get_all_subnets(filters={'vpcId': vpc.id}), key=lambda s: s.cidr_block):
            print('  %s %s %s %d %s' % (subnet.tags['Name'], subnet.availability_zone, subnet.state,
                                        subnet.available_ip_address_count, subnet.cidr_block))
        for kind in sorted(self.tables):
            print('  %s: %s' % (kind, sorted(self.routes(kind))))
        for table in self.conn.get_all_route_tables(filters={'vpc_id': vpc.id}):
            kinds = sorted((a.main, bool(a.subnet_id)) for a in table.associations)
            print('  table %s %s' % (table.tags.get('Name', 'main'), kinds))
        igw = self.conn.get_all_internet_gateways(filters={'attachment.vpc-id': vpc.id})[0]
        print('  gateway %s %s' % (igw.tags['Name'], [(a.vpc_id == vpc.id, a.state) for a in igw.attachments]))
        for attribute in ('enableDnsSupport', 'enableDnsHostnames'):
            found = self.conn.describe_vpc_attribute(vpc.id, attribute=attribute)
            print('  %s %s %s' % (attribute, found.enable_dns_support, found.enable_dns_hostnames))

    def __exit__(self, *exc_info):
        c = self.conn
        boxes = [i.id for r in c.get_all_instances(filters={'vpc-id': self.vpc.id}) for i in r.instances]
        if boxes:
            c.terminate_instances(boxes)
        for kind, table in sorted(self.tables.items()):
            fresh = c.get_all_route_tables([table.id])[0]
            done = [c.disassociate_route_table(a.id) for a in fresh.associations if not a.main]
            for route in fresh.routes:
                if route.destination_cidr_block == '0.0.0.0/0':
                    done.append(c.delete_route(table.id, route.destination_cidr_block))
            print('%s: %s' % (kind, done))
            c.delete_route_table(table.id)
        for subnet in self.subnets[PUBLIC] + self.subnets[PRIVATE]:
            c.delete_subnet(subnet.id)
        print(c.detach_internet_gateway(self.igw.id, self.vpc.id), c.delete_internet_gateway(self.igw.id),
              c.delete_vpc(self.vpc.id))
        return False
