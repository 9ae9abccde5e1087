import awsops
from awsops import connect, using_region

print(connect() is connect(), connect().region.name)
with using_region('eu-central-1') as conn:
    group = awsops.ensure_group('ops', 'tcp/22', 'tcp/8000-8010', 'udp/53', description='operators')
    again = awsops.ensure_group('ops', 'tcp/22')
    print(group.id == again.id, conn.region.name, len(conn.get_all_security_groups(group_ids=[group.id])[0].rules))
    boxes = list(awsops.launch('ami-12c6146b', [group], min_count=2, max_count=2, tags={'app': 'web', 'tier': '1'}))
    print([(b.state, b.tags, [g.name for g in b.groups]) for b in boxes])
    print(len(awsops.all_instances(tag_app='web', instance_state_name='running')), len(awsops.all_instances(tag_app='db')))
    print(sorted(awsops.tagged('app')), sorted(awsops.tagged('app', 'db')))
    volume = conn.create_volume(5, boxes[0].placement, volume_type='gp2', encrypted=True)
    awsops.wait_until(volume, ('available', 'in-use'), attr='status')
    print(volume.encrypted, volume.type, volume.size)
    try:
        boxes[0].stop()
        awsops.wait_until(boxes[0], 'terminated', tries=2)
    except awsops.Timeout as e:
        print(str(e).replace(boxes[0].id, 'i'))
    vpc = connect(kind='vpc')
    left, right = [vpc.create_vpc(c) for c in ('10.1.0.0/16', '10.2.0.0/16')]
    awsops.wait_until(left, 'available')
    link = awsops.peer(left, right)
    print(link.status_code, link.id.startswith('pcx-'), vpc.delete_vpc_peering_connection(link.id))
try:
    with using_region('mars-north-1'):
        print('never')
except ValueError as e:
    print(e)
print(connect().region.name, awsops.all_instances())
