"""Block device mappings built, changed and reused before launches and registrations, and read back from instances."""
import copy

from boto.ec2 import connect_to_region
from boto.ec2.blockdevicemapping import BlockDeviceMapping, BlockDeviceType, EBSBlockDeviceType

LAYOUTS = {}


def layout(fn):
    LAYOUTS[fn.__name__] = fn
    return fn


@layout
def small():
    bdm = BlockDeviceMapping()
    bdm['/dev/sda1'] = BlockDeviceType(size=8)
    return bdm


@layout
def database():
    root = EBSBlockDeviceType()
    root.size = 20
    root.delete_on_termination = True
    data = BlockDeviceType(delete_on_termination=False, volume_type='gp2')
    data.size = 100
    bdm = BlockDeviceMapping()
    bdm['/dev/sda1'] = root
    bdm['/dev/sdf'] = data
    return bdm


@layout
def scratch():
    bdm = BlockDeviceMapping()
    for n, letter in enumerate('bc'):
        eph = BlockDeviceType()
        eph.ephemeral_name = 'ephemeral%d' % n
        bdm['/dev/sd' + letter] = eph
    bdm['/dev/sdd'] = BlockDeviceType(no_device=True)
    bdm['/dev/sda1'] = BlockDeviceType(size=10, volume_type='gp2', delete_on_termination=True)
    return bdm


def widen(bdm, **sizes):
    """the caller's mapping is changed"""
    for short, size in sizes.items():
        bdm['/dev/' + short].size = size
    return bdm


def without_ephemerals(bdm):
    for name in list(bdm):
        if bdm[name].ephemeral_name is not None:
            del bdm[name]
    return bdm


def summary(bdm):
    rows = []
    for name in sorted(bdm):
        d = bdm[name]
        if d.ephemeral_name:
            rows.append('%s=%s' % (name, d.ephemeral_name))
        else:
            rows.append('%s=%s,%s,keep=%s' % (name, d.size, d.volume_type, not d.delete_on_termination))
    return ' '.join(rows)


def disks(conn, instance):
    ids = [d.volume_id for d in instance.block_device_mapping.values() if d.volume_id]
    volumes = dict((v.id, v) for v in conn.get_all_volumes(ids))
    for name in sorted(instance.block_device_mapping.keys()):
        device = instance.block_device_mapping[name]
        volume = volumes[device.volume_id]
        yield '%s %s %d GB %s %s %s' % (name, device.status, volume.size, volume.type, device.delete_on_termination,
                                        volume.attach_data.device)


def main():
    conn = connect_to_region('us-east-1')
    for name in sorted(LAYOUTS):
        bdm = LAYOUTS[name]()
        print('%s: %s (%d)' % (name, summary(bdm), len(bdm)))
        if name != 'small':
            widen(bdm, sda1=30)
        instance = conn.run_instances('ami-aaaa1111', instance_type='m3.medium',
                                      block_device_map=without_ephemerals(bdm)).instances[0]
        instance.update()
        print('  root %s %s, has sdf: %s, mapping for nothing: %s' % (
            instance.root_device_name, instance.root_device_type, '/dev/sdf' in instance.block_device_mapping,
            instance.block_device_mapping.get('/dev/xyz')))
        for line in disks(conn, instance):
            print('  ' + line)

    base = database()
    other = copy.copy(base)
    other['/dev/sdg'] = BlockDeviceType(size=5)
    del other['/dev/sdf']
    print(sorted(base), sorted(other), other.pop('/dev/sdg').size, sorted(other), base['/dev/sdf'].volume_type)
    for device in base.values():
        device.encrypted = None
    base.update({'/dev/sdh': BlockDeviceType(size=1, delete_on_termination=True)})
    r = conn.run_instances('ami-aaaa1111', min_count=2, max_count=2, block_device_map=base)
    print([sorted(i.block_device_mapping) for i in conn.get_only_instances([x.id for x in r.instances])])
    plain = conn.run_instances('ami-aaaa1111', block_device_map=None).instances[0]
    plain.update()
    print([(n, d.delete_on_termination) for n, d in plain.block_device_mapping.items()])

    volume = conn.create_volume(3, 'us-east-1a')
    snapshot = conn.create_snapshot(volume.id, 'root of all')
    root = BlockDeviceType(snapshot_id=snapshot.id, delete_on_termination=True, size=12)
    mapping = BlockDeviceMapping()
    mapping['/dev/sda1'] = root
    image_id = conn.register_image('from-snapshot', 'registered', architecture='x86_64', root_device_name='/dev/sda1',
                                   block_device_map=mapping)
    print(bool(conn.register_image('with-scratch', architecture='i386', root_device_name='/dev/sda1',
                                   block_device_map=scratch())))
    image = conn.get_image(image_id)
    print(image.name, image.description, image.architecture, image.root_device_name, image.state)
    image_map = image.block_device_mapping
    image_map['/dev/sda1'].size = 50
    image_map['/dev/sda1'].volume_type = 'gp2'
    i = image.run(block_device_map=image_map, placement='us-east-1d').instances[0]
    i.update()
    print(i.image_id == image_id, i.placement, list(disks(conn, i)))
    total = sum(v.size for v in conn.get_all_volumes() if v.attachment_state() == 'attached')
    print(total, sorted(v.size for v in conn.get_all_volumes(filters={'attachment.status': 'attached'})))
    killed = conn.terminate_instances([x.id for x in conn.get_only_instances()])
    print(len(killed), sorted(v.size for v in conn.get_all_volumes()))


if __name__ == '__main__':
    main()
