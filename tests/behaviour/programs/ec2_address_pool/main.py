"""A pool of elastic addresses: free ones found by empty fields, associated, moved, released; a generator owns them."""
from __future__ import with_statement
import contextlib
import boto
from boto.exception import EC2ResponseError

from pool import AddressPool, NoFreeAddress


@contextlib.contextmanager
def public(pool, instance):
    print('in: %s %s' % pool.give(instance))
    try:
        yield pool.by_instance()[instance.id]
    finally:
        print('out: %s' % pool.take(instance))


def table(pool, names):
    for a in sorted(pool.all(), key=lambda a: (names.get(a.instance_id, '-'), a.public_ip)):
        print('  %-6s %s alloc=%s assoc=%s eni=%s private=%s' % (
            names.get(a.instance_id, '-'), a.domain, a.allocation_id[:8], (a.association_id or 'none')[:8],
            bool(a.network_interface_id), bool(a.private_ip_address)))


def main():
    conn = boto.connect_ec2()
    instances = conn.run_instances('ami-bbbb2222', 3, 3).instances
    names = dict(zip([i.id for i in instances], ('red', 'green', 'blue')))
    red, green, blue = instances
    pool = AddressPool(2, conn)
    table(pool, names)
    print(pool.give(red), pool.give(green))
    try:
        pool.give(blue)
    except NoFreeAddress as e:
        print(e)
    table(pool, names)
    print('moved', pool.move(red, blue), pool.move(red, blue), sorted(names[i] for i in pool.by_instance()))
    print(pool.take(green), len(pool.free()))
    with public(pool, red) as address:
        print(address.instance_id == red.id, [a.instance_id == red.id for a in conn.get_all_addresses([address.public_ip])])
        print(len(conn.get_all_addresses(allocation_ids=[address.allocation_id])),
              len(conn.get_all_addresses(filters={'instance-id': red.id})), len(conn.get_all_addresses(filters={'domain': 'standard'})))
    spare = conn.allocate_address()
    print(spare.domain, spare.instance_id, spare.association_id, spare.public_ip.count('.'))
    green.use_ip(spare)
    print('used', sorted(names[i] for i in pool.by_instance()))
    association = conn.associate_address_object(red.id, allocation_id=[a for a in pool.free()][0].allocation_id)
    print(association.association_id[:9])
    print(conn.disassociate_address(association_id=association.association_id))
    print('drained', pool.drain(), len(pool.all()))
    for fn, arg in ((conn.release_address, '192.0.2.9'), (conn.get_all_addresses, ['192.0.2.9'])):
        try:
            print(fn(arg))
        except EC2ResponseError as e:
            print(e.status, e.error_code)
    print(conn.disassociate_address(pool.by_instance()[green.id].public_ip),
          conn.release_address(allocation_id=spare.allocation_id), [names[i] for i in pool.by_instance()])


main()
