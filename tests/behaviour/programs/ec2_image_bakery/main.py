"""Bakes machine images: waits on update(), tags, launch permissions, newest by name, old ones deregistered with disks."""
import re
import time

import boto.ec2
from boto.exception import EC2ResponseError

NAME = re.compile(r'^(?P<app>[a-z]+)-(?P<version>\d+)$')


class Bakery(object):
    poll = 0.01

    def __init__(self, region='eu-west-1', app='shop', keep=2):
        self.region, self.app, self.keep = region, app, keep

    def conn(self):
        return boto.ec2.connect_to_region(self.region)

    def images(self, **filters):
        for image in self.conn().get_all_images(owners='self', filters=filters or None):
            match = NAME.match(image.name or '')
            if match and match.group('app') == self.app:
                yield int(match.group('version')), image

    def latest(self):
        try:
            return max(self.images(), key=lambda pair: pair[0])[1]
        except ValueError:
            return None

    def bake(self, instance, version, **options):
        image_id = instance.create_image('%s-%d' % (self.app, version), description='version %d' % version, **options)
        image = instance.connection.get_image(image_id)
        while image.update() == 'pending':
            time.sleep(self.poll)
        if image.state != 'available':
            raise RuntimeError(image.state)
        image.add_tag('Version', str(version))
        return image

    def prune(self):
        gone = []
        for version, image in sorted(self.images(), key=lambda p: p[0])[:-self.keep]:
            image.deregister(delete_snapshot=(version % 2 == 0))
            gone.append(image.name)
        return gone


def details(image):
    return (image.name, image.description, image.state, image.type, image.is_public, image.location is None,
            image.root_device_name, image.architecture, image.kernel_id, image.ramdisk_id,
            image.virtualization_type, sorted(image.tags.items()), len(image.block_device_mapping))


def shared_with(image):
    permissions = image.get_launch_permissions()
    return sorted(permissions.get('user_ids', [])), permissions.get('groups', [])


bakery = Bakery()
print('latest: %s' % bakery.latest())
conn = bakery.conn()
builder = conn.run_instances('ami-dddd4444', instance_type='c3.large').instances[0]
for version in (1, 2, 10, 9):
    print(details(bakery.bake(builder, version, no_reboot=version > 2)))
newest = bakery.latest()
print('latest: %s' % newest.name, newest.owner_id == newest.ownerId, newest.id == conn.get_image(newest.id).id)
print(sorted(v for v, _ in bakery.images()), sorted(i.tags['Version'] for _, i in bakery.images(name='shop-1*')))
print(len(conn.get_all_images(image_ids=[newest.id])), len(conn.get_all_images(newest.id)),
      len(conn.get_all_images(owners=['self'], filters={'tag:Version': ['1', '2']})),
      len(conn.get_all_images(filters={'name': 'nothing'})))

print(shared_with(newest), newest.set_launch_permissions(user_ids=['111122223333', '444455556666']), shared_with(newest))
print(newest.remove_launch_permissions(user_ids=['111122223333']), shared_with(newest))
print(newest.set_launch_permissions(group_names=['all']), shared_with(newest), conn.get_image(newest.id).is_public)

reservation = newest.run(min_count=2, max_count=2, instance_type='m1.large', user_data='run me', key_name=None)
print(len(reservation.instances), set(i.image_id == newest.id for i in reservation.instances))
disk = list(newest.block_device_mapping.values())[0]
print(disk.snapshot_id in [s.id for s in conn.get_all_snapshots(owner='self')], disk.size, disk.delete_on_termination)

copied = boto.ec2.connect_to_region('us-west-1').copy_image('eu-west-1', newest.id, 'shop-copy', 'copied over')
west = boto.ec2.connect_to_region('us-west-1').get_image(copied.image_id)
print(west.name, west.description, west.id != newest.id, west.region.name)

before = len(conn.get_all_snapshots(owner='self'))
print('pruned', bakery.prune(), before - len(conn.get_all_snapshots(owner='self')))
print(sorted(i.name for _, i in bakery.images()))
for image_id in ('ami-00000000', newest.id):
    try:
        image = conn.get_image(image_id)
        print(image.name, conn.deregister_image(image.id, delete_snapshot=True))
    except EC2ResponseError as e:
        print(e.error_code, e.status)
try:
    newest.update(validate=True)
except (ValueError, EC2ResponseError) as e:
    print('gone: %s' % getattr(e, 'error_code', e))
