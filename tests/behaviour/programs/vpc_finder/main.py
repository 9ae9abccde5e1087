"""A lookup library over VPC parts: dispatch by method name, optional filters, the roomiest subnet, groups per network."""
import netlib
from netlib.lookup import NotExactlyOne


def show(subnet):
    return '%s %s %s free=%d default=%s public=%s' % (subnet.tags['Name'], subnet.cidr_block, subnet.availability_zone,
                                                     subnet.available_ip_address_count, subnet.defaultForAz == 'true',
                                                     subnet.mapPublicIpOnLaunch == 'true')


def launch(subnet, group, count=1):
    conn = netlib.vpc_connection()
    made = conn.run_instances('ami-56565656', min_count=count, max_count=count, subnet_id=subnet.id,
                              security_group_ids=[group.id], instance_type='t2.micro')
    return made.instances


def main():
    for tier in ('web', 'db', 'nothing'):
        print(tier, [show(s) for s in netlib.find_subnets(tier)])
    roomy = netlib.find_subnets('web')[0]
    tight = netlib.find_subnets('web', best_first=False)[0]
    print(roomy.tags['Name'], tight.tags['Name'], roomy.vpc_id == tight.vpc_id)
    vpc_id = roomy.vpc_id

    table = netlib.find_one('table', 'rt-web-a', vpc_id)
    print(table.tags['Name'], len(table.routes), table.associations[0].subnet_id == netlib.find_one('subnet', 'web-a').id)
    gateway = netlib.find_one('gateway', **{'attachment.vpc-id': vpc_id})
    print([a.state for a in gateway.attachments])
    for kind, args in (('subnet', dict(name='web-*')), ('table', dict(name='none')), ('group', dict(group_name='web')),
                       ('subnet', {'availability_zone': 'eu-west-1c', 'vpc': vpc_id}),
                       ('group', {'vpc': vpc_id, 'group-name': 'web'}), ('subnet', {'cidrBlock': '10.70.2.0/24'})):
        try:
            found = netlib.find_one(kind, **args)
            print(kind, sorted(args), found.tags.get('Name', 'untagged'))
        except NotExactlyOne as e:
            print(kind, sorted(args), e, len(e.found))

    groups = [netlib.group_in(vpc_id, n) for n in ('web', 'default', 'absent')]
    print([g and (g.name, g.description) for g in groups], groups[0].vpc_id == vpc_id)
    before = roomy.available_ip_address_count
    instances = launch(roomy, groups[0], 3)
    after = netlib.vpc_connection().get_all_subnets([roomy.id])[0]
    print(before - after.available_ip_address_count, netlib.find_subnets('web')[0].tags['Name'])
    print(sorted(i.placement for i in instances), set(i.subnet_id == roomy.id for i in instances),
          [g.name for g in instances[0].groups], instances[0].private_ip_address.startswith('10.70.'))
    inside = netlib.vpc_connection().get_only_instances(filters={'subnet-id': roomy.id, 'instance.group-id': groups[0].id})
    print(len(inside), len(netlib.vpc_connection('us-east-1').get_all_subnets(filters={'vpcId': vpc_id})))
    zones = dict((s.availability_zone, s.id) for s in netlib.vpc_connection().get_all_subnets(filters={'vpcId': vpc_id}))
    print(sorted(zones), len(netlib.vpc_connection().get_all_subnets(zones.values() and list(zones.values()))))
    for flag in (True, 'true'):
        print(flag, len(netlib.vpc_connection().get_all_subnets(filters={'defaultForAz': flag})))
    main_tables = netlib.vpc_connection().get_all_route_tables(filters={'association.main': 'true', 'vpc_id': vpc_id})
    print(len(main_tables), [a.main for a in main_tables[0].associations], main_tables[0].tags)


if __name__ == '__main__':
    main()
