"""What boto3's guide shows as boto 2 code for EC2, and the published rewrites of it that go wrong."""
import time

import boto.ec2
from boto.exception import EC2ResponseError

conn = boto.ec2.connect_to_region('us-west-2')

# launching, stopping, terminating
reservation = conn.run_instances('ami-11111111')
print(len(reservation.instances), reservation.instances[0].state)
several = conn.run_instances('ami-11111111', min_count=1, max_count=3, key_name=None, instance_type='t2.micro')
print(len(several.instances))
ids = [instance.id for instance in several.instances]
conn.stop_instances(instance_ids=ids[:1])
conn.terminate_instances(instance_ids=ids[1:])

# an empty list never means all of them
for nothing in ([], [i for i in ids if i == 'x']):
    for action in (conn.terminate_instances, conn.stop_instances):
        try:
            action(instance_ids=nothing)
            print('went through')
        except EC2ResponseError as error:
            print('refused', error.status)
print(sorted(i.state for r in conn.get_all_instances() for i in r.instances))

# checking what is running
for reservation in conn.get_all_instances(filters={'instance-state-name': 'running'}):
    for instance in reservation.instances:
        print(instance.instance_type, instance.placement)
for status in conn.get_all_instance_status():
    print(status.state_name, status.system_status.status)

# EBS snapshots
zone = reservation.instances[0].placement
volume = conn.create_volume(5, zone)
snapshot = conn.create_snapshot(volume.id, 'Description')
volumes = [snapshot.create_volume(zone) for n in range(2)]
print(sorted(v.zone == zone for v in volumes), conn.delete_snapshot(snapshot.id))
print(volume.id in [v.id for v in conn.get_all_volumes()])

# a VPC, an address, tags
import boto.vpc
vpcs = boto.vpc.connect_to_region('us-west-2')
vpc = vpcs.create_vpc('10.0.0.0/24')
subnet = vpcs.create_subnet(vpc.id, '10.0.0.0/25')
gateway = vpcs.create_internet_gateway()
print(vpcs.attach_internet_gateway(gateway.id, vpc.id), vpcs.detach_internet_gateway(gateway.id, vpc.id))
address = conn.allocate_address('vpc')
print(conn.associate_address(instance_id=reservation.instances[0].id, allocation_id=address.allocation_id))
address = conn.get_all_addresses()[0]
print(conn.disassociate_address(association_id=address.association_id), conn.release_address(allocation_id=address.allocation_id))
group = conn.create_security_group('guide', 'a group')
print(group.authorize('tcp', 22, 22, '0.0.0.0/0'), conn.delete_security_group(group_id=group.id))
pair = conn.create_key_pair('guide')
print(pair.name, conn.delete_key_pair('guide'), len(subnet.id) > 0)

# the loop variable keeps its meaning
reservations = conn.get_all_reservations()
for reservation in reservations:
    print(len(reservation.instances), reservation.instances[0].region.name)
instance = reservations[0].instances[0]
while instance.update() != 'running':
    time.sleep(1)
print(instance.state)
