"""ec2ctl: start|stop|ls|rm|resize|attach for boxes by name or id."""
from __future__ import print_function, unicode_literals
import argparse
import functools
import itertools
import sys

from boto import connect_ec2
from boto.exception import EC2ResponseError
from boto.ec2.instance import Instance
from boto.ec2.volume import Volume

COMMANDS = {}


def command(*arguments):
    def wrap(f):
        COMMANDS[f.__name__] = f, arguments
        return f
    return wrap


def arg(*a, **kw):
    return a, kw


def with_errors(f):
    @functools.wraps(f)
    def inner(*args):
        try:
            return f(*args)
        except EC2ResponseError as e:
            print('error: {0.error_code} ({0.status} {0.reason})'.format(e))
            return 1
        except LookupError as e:
            print('lookup: %s' % e.args[0])
            return 1
    return inner


def resolve(ec2, names):
    ids = [n for n in names if n.startswith('i-')]
    tags = [n for n in names if n not in ids]
    found = []
    if ids:
        found += itertools.chain.from_iterable(r.instances for r in ec2.get_all_instances(ids))
    if tags:
        only = ec2.get_only_instances(filters={'tag:Name': tags, 'instance-state-name': 'pending,running,stopped,stopping'.split(',')})
        found.extend(only)
    if not found:
        raise LookupError('nothing is called %s' % ', '.join(names))
    return sorted(found, key=lambda i: i.tags.get('Name', ''))


@command(arg('names', nargs='*'), arg('-q', '--quiet', action='store_true'))
def ls(ec2, opts):
    fmt = '{0:10} {1.state:10} {1.instance_type:10} {1.placement} {2}'
    boxes = resolve(ec2, opts.names) if opts.names else ec2.get_only_instances()
    for box in boxes:
        if opts.quiet:
            print(box.tags.get('Name'))
        else:
            print(fmt.format(box.tags.get('Name', '-'), box, ','.join(sorted(g.name for g in box.groups)) or '-'))


@command(arg('name'), arg('--type', default='t1.micro'), arg('--disk', type=int), arg('--count', type=int, default=1))
def new(ec2, opts):
    image = ec2.get_all_images(owners=['self'])[0]
    reservation = image.run(opts.count, opts.count, instance_type=opts.type, placement='us-east-1a')
    ids = [i.id for i in reservation.instances]
    ec2.create_tags(ids, {'Name': opts.name})
    if opts.disk:
        for i in reservation.instances:
            vol = ec2.create_volume(opts.disk, i.placement)
            vol.attach(i.id, '/dev/sdx')
            vol.update()
            print(vol.attach_data.device, vol.attachment_state(), vol.volume_state(), vol.attach_data.instance_id == i.id)
    return 0 if all(isinstance(i, Instance) for i in reservation.instances) else 3


@command(arg('names', nargs='+'))
def start(ec2, opts):
    changed = ec2.start_instances([b.id for b in resolve(ec2, opts.names)])
    print(len(changed), set(c.state for c in changed))


@command(arg('names', nargs='+'), arg('--force', action='store_true'))
def stop(ec2, opts):
    for box in resolve(ec2, opts.names):
        box.stop(force=opts.force)
        print(box.tags['Name'], box.state in ('stopping', 'stopped'), box.update())


@command(arg('name'), arg('type'))
def resize(ec2, opts):
    for box in resolve(ec2, [opts.name]):
        if box.instance_type != opts.type:
            print(box.modify_attribute('instanceType', opts.type))
        print(ec2.get_instance_attribute(box.id, 'instanceType')['instanceType'], box.get_attribute('instanceType'))


@command(arg('names', nargs='+'), arg('--disks', action='store_true'))
def rm(ec2, opts):
    boxes = resolve(ec2, opts.names)
    disks = []
    for box in boxes:
        disks += [v for v in ec2.get_all_volumes(filters={'attachment.instance-id': box.id}) if v.attach_data.device != '/dev/sda1']
    for disk in disks:
        assert isinstance(disk, Volume)
        if disk.attachment_state() == 'attached':
            print('detach', disk.size, disk.detach(force=True))
    gone = ec2.terminate_instances(instance_ids=[b.id for b in boxes])
    print([(g.state, g.previous_state) for g in gone])
    if opts.disks:
        print([d.delete() for d in disks])


@command(arg('name'))
def console(ec2, opts):
    box = next(iter(resolve(ec2, [opts.name])))
    output = box.get_console_output()
    print(type(output.output).__name__, output.instance_id == box.id)


@command(arg('name'), arg('key'), arg('value', nargs='?'))
def tag(ec2, opts):
    for box in resolve(ec2, [opts.name]):
        if opts.value is None:
            box.remove_tag(opts.key)
        else:
            box.add_tag(opts.key, opts.value)
        print({k: v for k, v in box.tags.items() if k != 'Name'})


@with_errors
def run(ec2, words):
    parser = argparse.ArgumentParser(prog='ec2ctl')
    sub = parser.add_subparsers(dest='command')
    for name, (function, arguments) in sorted(COMMANDS.items()):
        p = sub.add_parser(name)
        for a, kw in arguments:
            p.add_argument(*a, **kw)
        p.set_defaults(func=function)
    opts = parser.parse_args(words)
    return opts.func(ec2, opts)


SCRIPT = '''new web --count 2
new db --type m1.large --disk 10
ls
ls -q web
stop web
resize web m1.small
ls web db
start web
start nobody
start i-00000000
tag db env prod
tag db env
rm web db --disks
ls'''

if __name__ == '__main__':
    ec2 = connect_ec2()
    for line in SCRIPT.splitlines():
        print('$ ec2ctl', line)
        code = run(ec2, line.split())
        if code:
            print('->', code)
