"""Volumes through their life: attach_data of detached ones, states in loops, forced detaching, zones, deletion."""
import time

import boto
from boto.exception import EC2ResponseError, BotoServerError

conn = boto.connect_ec2()


def create(size, zone='us-east-1a', **kw):
    vol = conn.create_volume(size, zone, **kw)
    tries = 0
    while vol.update() != 'available' and tries < 5:
        tries += 1
        time.sleep(0.01)
    return vol


def where(vol):
    a = vol.attach_data
    if a.instance_id is None:
        return 'free (%s, %s)' % (a.device, vol.attachment_state())
    return '%s on %s (%s)' % (a.device, a.instance_id == server.id, vol.attachment_state())


def describe(vol):
    return '%dG %s %s in %s, iops %s, snapshot %s, encrypted %s, tags %s' % (
        vol.size, vol.type, vol.status, vol.zone, vol.iops, bool(vol.snapshot_id), vol.encrypted, vol.tags)


def attach(vol, instance, device):
    answer = conn.attach_volume(vol.id, instance.id, device)
    while vol.attachment_state() != 'attached':
        time.sleep(0.01)
        vol.update()
    return answer


def detach(vol, **kw):
    answer = vol.detach(**kw)
    while True:
        vol.update()
        if vol.volume_state() == 'available':
            break
        time.sleep(0.01)
    return answer


server = conn.run_instances('ami-77777777', placement='us-east-1a').instances[0]
plain = create(1)
fast = create(10, volume_type='io1', iops=200)
secret = create(4, 'us-east-1b', encrypted=True, volume_type='gp2')
for v in (plain, fast, secret):
    print(describe(v), '|', where(v))

print(attach(plain, server, '/dev/sdf'), where(plain))
print(attach(fast, server, '/dev/sdg'), where(fast), fast.attach_data.status, fast.attach_data.attach_time[10])
print(plain.attach_data.id == plain.id, plain.status)
try:
    secret.attach('i-00000000', '/dev/sdh')
except EC2ResponseError as e:
    print(e.error_code)

free = [v for v in conn.get_all_volumes() if v.attach_data.instance_id is None]
used = [v for v in conn.get_all_volumes() if v.attach_data and v.attach_data.instance_id]
print(len(free), len(used), sum(v.size for v in used), [v.id == secret.id for v in free])
print(sorted(v.attach_data.device for v in conn.get_all_volumes(filters={'attachment.instance-id': server.id})))
print(sorted(v.size for v in conn.get_all_volumes(filters={'status': 'in-use', 'availability_zone': 'us-east-1a'})))
server.update()
print(sorted((name, d.status, d.volume_id == plain.id) for name, d in server.block_device_mapping.items()))

print(detach(plain), where(plain), plain.status)
print(conn.detach_volume(fast.id, server.id, '/dev/sdg', force=True), fast.update(), where(fast))

plain.add_tag('Name', 'plain one')
snap = plain.create_snapshot('for a clone')
print(snap.tags, snap.volume_id == plain.id)
clone = snap.create_volume('us-east-1c')
print(describe(clone), clone.snapshot_id == snap.id)
bigger = conn.create_volume(7, plain.zone, snapshot=snap)
print(describe(bigger), [s.description for s in plain.snapshots()], len(clone.snapshots()))
zone = conn.get_all_zones()[1]
print(conn.create_volume('2', zone).zone == zone.name)

print(plain.delete(), conn.delete_volume(clone.id))
for bad in (plain.id, 'vol-00000000'):
    try:
        print(conn.get_all_volumes([bad]))
    except BotoServerError as e:
        print(e.error_code, e.status)
old = plain.size
try:
    print('update says', plain.update(), plain.size == old)
except EC2ResponseError as e:
    print('update fails', e.error_code)
try:
    plain.update(validate=True)
except (ValueError, EC2ResponseError) as e:
    print('not there any more')
names = dict((v.id, v.tags.get('Name', '?')) for v in conn.get_all_volumes())
kept = conn.get_all_volumes(filters={'size': '7'})[0]
kept.add_tag('Name', 'kept')
print(len(names), sorted(set(names.values())), kept.tags, sorted(v.size for v in conn.get_all_volumes(volume_ids=list(names))))
print(sorted(v.size for v in conn.get_all_volumes([])), conn.get_all_volumes(filters={'size': 99}))
