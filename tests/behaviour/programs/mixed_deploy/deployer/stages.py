import io
import os
import tarfile

from boto.exception import EC2ResponseError

USERDATA = '#!/bin/sh\ns3cmd get s3://%s/%s /tmp/app.tar\nsh /opt/run.sh %s\n'


def pack(context, directory='payload'):
    buf = io.BytesIO()
    with tarfile.open(fileobj=buf, mode='w') as tar:
        for name in sorted(os.listdir(directory)):
            with open(os.path.join(directory, name), 'rb') as fp:
                data = fp.read()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    buf.seek(0)
    return context.remember(package=buf)


def upload(context, version):
    key = context.bucket.new_key('%s/%s.tar' % (context['app'], version))
    key.set_metadata('version', str(version))
    sent = key.set_contents_from_file(context.state['package'], replace=False)
    print('upload %s: %s' % (key.name, 'there already' if sent is None else '%d bytes' % sent))
    return context.remember(key=key, version=version)


def firewall(context):
    wanted = context['group']
    try:
        group = context.ec2.get_all_security_groups([wanted['name']])[0]
    except EC2ResponseError as e:
        if e.error_code != 'InvalidGroup.NotFound':
            raise
        group = context.ec2.create_security_group(wanted['name'], 'ports of %s' % context['app'])
    open_ports = set((r.from_port, r.to_port) for r in group.rules)
    for port in wanted['ports']:
        low, high = port if isinstance(port, list) else (port, port)
        if (str(low), str(high)) not in open_ports:
            print('open %s-%s %s' % (low, high, group.authorize('tcp', low, high, '0.0.0.0/0')))
    return context.remember(group=group)


def launch(context):
    package = context.state['key']
    print('link: %s' % package.generate_url(3600))
    reservation = context.ec2.run_instances(
        context['image'], min_count=context['count'], max_count=context['count'], instance_type=context['type'],
        security_groups=[context.state['group'].name], user_data=USERDATA % (package.bucket.name, package.name, context.state['version']))
    for n, instance in enumerate(reservation.instances):
        instance.add_tag('Name', '%s-%s-%d' % (context['app'], context.state['version'], n))
        instance.add_tag('App', context['app'])
    return context.remember(instances=reservation.instances)


def wait(context):
    pending = list(context.state['instances'])
    rounds = 0
    while pending and rounds < 50:
        pending = [i for i in pending if i.update() == 'pending']
        rounds += 1
    print('ready: %s' % ', '.join(sorted(i.tags['Name'] for i in context.state['instances'] if i.state == 'running')))
    return context


def retire(context):
    """old machines go, and all but the newest packages"""
    fresh = set(i.id for i in context.state['instances'])
    app = context['app']
    old = [i for r in context.ec2.get_all_instances(filters={'tag:App': app, 'instance-state-name': 'running'})
           for i in r.instances if i.id not in fresh]
    if old:
        gone = context.ec2.terminate_instances([i.id for i in old])
        print('retired %s: %s' % (sorted(i.tags['Name'] for i in old), sorted(set(g.state for g in gone))))
    packages = sorted(context.bucket.list(app + '/'), key=lambda k: int(k.name.split('/')[1].split('.')[0]))
    extra = packages[:-context['keep']]
    result = context.bucket.delete_keys(extra)
    print('packages removed: %s' % [d.key for d in result.deleted])
    return context
