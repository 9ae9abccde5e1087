#!/usr/bin/env python
"""Instance attributes read and changed, status checks, monitoring, dry runs, security groups; retries by decorator."""
import base64
import functools
import logging
import sys
import time

import boto
from boto.exception import EC2ResponseError, BotoServerError

LOG = logging.getLogger('attributes')


def retry(times=3, wait=0.0, codes=('InvalidInstanceID.NotFound', 'IncorrectInstanceState')):
    def decorator(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            for n in range(times):
                try:
                    return fn(*args, **kwargs)
                except EC2ResponseError as exc:
                    if exc.error_code not in codes or n == times - 1:
                        raise
                    LOG.warning('%s: try %d failed with %s', fn.__name__, n + 1, exc.error_code)
                    time.sleep(wait)
        return inner
    return decorator


class Box(object):
    """An instance by id; every look asks again."""

    def __init__(self, conn, instance_id):
        self.conn = conn
        self.instance_id = instance_id

    @property
    @retry(times=2)
    def instance(self):
        return self.conn.get_all_instances(instance_ids=[self.instance_id])[0].instances[0]

    def read(self, attribute):
        return self.conn.get_instance_attribute(self.instance_id, attribute).get(attribute)

    def write(self, attribute, value):
        return self.conn.modify_instance_attribute(self.instance_id, attribute, value)

    @retry(2)
    def resize(self, new_type):
        was_running = self.instance.state == 'running'
        if was_running:
            self.instance.stop()
        changed = self.instance.modify_attribute('instanceType', new_type)
        if was_running:
            self.instance.start()
        return changed, self.instance.instance_type, self.instance.state


def status_line(s):
    return (s.zone, s.state_name, s.state_code, s.system_status.status, s.instance_status.status,
            sorted(s.system_status.details), s.events)


def main():
    logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(name)s %(message)s')
    logging.getLogger('boto').setLevel(logging.CRITICAL)
    conn = boto.connect_ec2()
    group = conn.create_security_group('boxes', 'for boxes')
    reservation = conn.run_instances('ami-abababab', instance_type='m1.small', user_data='start', placement='us-east-1b')
    box = Box(conn, reservation.instances[0].id)
    i = box.instance
    for name in ('instanceType', 'disableApiTermination', 'sourceDestCheck', 'rootDeviceName', 'userData',
                 'instanceInitiatedShutdownBehavior', 'ebsOptimized'):
        print('%s = %r' % (name, box.read(name)))
    print(box.resize('m3.large'))

    print(box.write('disableApiTermination', True), box.read('disableApiTermination'))
    try:
        i.terminate()
    except EC2ResponseError as e:
        print('protected: %s %s' % (e.status, e.error_code))
    print(i.modify_attribute('disableApiTermination', False), i.get_attribute('disableApiTermination'))
    print(box.write('sourceDestCheck', False), box.read('sourceDestCheck'), box.instance.sourceDestCheck)
    box.instance.stop()
    print(base64.b64decode(box.read('userData')), box.instance.state)
    print(box.write('instanceInitiatedShutdownBehavior', 'terminate'), box.read('instanceInitiatedShutdownBehavior'))
    print(i.modify_attribute('groupSet', [group.id]), [g.id == group.id for g in box.instance.groups])
    print(i.modify_attribute('blockDeviceMapping', ['/dev/sda1=false']),
          box.instance.block_device_mapping['/dev/sda1'].delete_on_termination)
    box.instance.start()

    statuses = conn.get_all_instance_status()
    print(len(statuses), [status_line(s) for s in statuses], statuses[0].id == i.id)
    conn.stop_instances([i.id])
    print(len(conn.get_all_instance_status()), len(conn.get_all_instance_status(include_all_instances=True)),
          [s.state_name for s in conn.get_all_instance_status([i.id], include_all_instances=True)])
    i.update()
    print(i.monitored, i.monitoring_state, i.reason.split(' (')[0], i.state_reason['code'])

    for label, call in (('run', lambda: conn.run_instances('ami-abababab', dry_run=True)),
                        ('stop', lambda: conn.stop_instances([i.id], dry_run=True)),
                        ('reboot', lambda: conn.reboot_instances([i.id], dry_run=True)),
                        ('list', lambda: conn.get_all_instances(dry_run=True)),
                        ('start', lambda: i.start(dry_run=True))):
        try:
            call()
            print('%s went through' % label)
        except BotoServerError as e:
            print(label, e.status, e.error_code, e.message[:15])
    print(repr(conn.get_password_data(i.id)))
    ghost = Box(conn, 'i-0123456789abcdef0')
    try:
        ghost.instance
    except EC2ResponseError as e:
        print('%s | %s' % (e.error_code, e.errors == [(e.error_code, e.message)]))
    print(sorted(n for n in ('id', 'kernel', 'ramdisk', 'platform', 'key_name', 'spot_instance_request_id', 'requester_id')
                 if getattr(box.instance, n) is None))


if __name__ == '__main__':
    main()
