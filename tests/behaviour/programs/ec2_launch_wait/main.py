"""Launches instances, waits in update() loops, reads user data back; states and attributes after stop and terminate."""
import base64
import time
import boto
from boto.ec2.connection import EC2Connection

DEFAULTS = {'instance_type': 't1.micro', 'key_name': None, 'security_groups': None, 'user_data': None}
BOOT = '''#!/bin/bash
echo "role=%(role)s" > /etc/role
'''


def wait_for(instance, state, tries=20, nap=0.01):
    n = 0
    while instance.state != state:
        n += 1
        if n > tries:
            raise RuntimeError('%s is still %s' % (instance.id, instance.state))
        time.sleep(nap)
        instance.update()
    return n


def launch(conn, image, role=None, **options):
    args = dict(DEFAULTS, **options)
    if role:
        args['user_data'] = BOOT % {'role': role}
    reservation = conn.run_instances(image, **args)
    for n, instance in enumerate(reservation.instances):
        instance.add_tag('Name', '%s-%d' % (role, n))
        instance.add_tags({'Role': role or 'none', 'Empty': ''})
    return reservation


def card(instance):
    return 'name=%s state=%s/%s type=%s zone=%s image=%s key=%s ip=%s dns=%s' % (
        instance.tags.get('Name'), instance.state, instance.state_code, instance.instance_type, instance.placement,
        instance.image_id, instance.key_name, bool(instance.ip_address), bool(instance.public_dns_name))


conn = EC2Connection()
conn.create_key_pair('deploy')
r = launch(conn, 'ami-11112222', 'web', min_count=2, max_count=2, key_name='deploy', placement='us-east-1c')
print('reservation %s, %d instances, owner %s' % (r.id[:2], len(r.instances), r.owner_id))
for i in r.instances:
    print(i.state, i.tags['Name'], sorted(i.tags.items()))

first, second = r.instances
while first.update() != 'running':
    time.sleep(0.01)
print('first is %s' % first.state)
wait_for(second, 'running')
print(card(first))
print('%s | %s' % (first.placement[:-1], first.region.name))

data = first.get_attribute('userData')
print(sorted(data), base64.b64decode(data['userData']).decode())
bare = launch(conn, 'ami-11112222').instances[0]
print('no user data: %r' % bare.get_attribute('userData').get('userData'))
print('monitored %s, group count %d' % (bare.monitored, len(bare.groups)))
raw = conn.run_instances('ami-11112222', user_data=b'\x00\xff binary', monitoring_enabled=True,
                         instance_type='c3.large', ebs_optimized=True, disable_api_termination=False,
                         instance_initiated_shutdown_behavior='terminate').instances[0]
print(base64.b64decode(raw.get_attribute('userData')['userData']), raw.monitored, raw.monitoring_state, raw.ebs_optimized)

# the object that stop() leaves behind knows little
result = first.stop()
print('stop gave', result, first.state, first.previous_state, first.tags, first.image_id, first.instance_type)
wait_for(first, 'stopped')
print(card(first))
print('reason', first.state_reason['code'], bool(first.reason))
first.start()
print('start', first.state, first.previous_state)
wait_for(first, 'running')
print(card(first), first.reboot())

changed = conn.stop_instances([second.id, raw.id])
print([(c.state, c.previous_state, c.id in (second.id, raw.id)) for c in changed])
print(conn.start_instances(second.id)[0].state)
gone = conn.terminate_instances(instance_ids=[i.id for i in r.instances])
print(len(gone), sorted(set(g.state for g in gone)), sorted(g.previous_state for g in gone))
bare.terminate()
print('bare %s, tags %s' % (bare.state, bare.tags))
print('update says %s' % bare.update())

counts = {}
for res in conn.get_all_instances():
    for i in res.instances:
        counts[i.state] = counts.get(i.state, 0) + 1
print(sorted(counts.items()))
for fn in (conn.terminate_instances, conn.start_instances):
    try:
        print(fn(['i-00000000']))
    except boto.exception.EC2ResponseError as e:
        print(e.error_code, e.status, e.errors[0][0])
