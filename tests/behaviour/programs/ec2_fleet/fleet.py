# -*- coding: utf-8 -*-
"""A class around a connection, as deployment tools have: groups of machines by tag, grown and shrunk to a size."""
import collections
import logging
import time

import boto.ec2
from boto.ec2.blockdevicemapping import BlockDeviceMapping, BlockDeviceType
from boto.exception import EC2ResponseError

log = logging.getLogger('fleet')
Rule = collections.namedtuple('Rule', 'proto start end source')


class FleetError(Exception):
    pass


class Fleet(object):
    def __init__(self, name, region='us-east-1', conn=None, **credentials):
        self.name = name
        self.conn = conn or boto.ec2.connect_to_region(region, **credentials)
        self._group = None

    @property
    def group(self):
        if self._group is None:
            try:
                self._group = self.conn.get_all_security_groups(groupnames=[self.name])[0]
            except EC2ResponseError as e:
                if e.error_code != 'InvalidGroup.NotFound':
                    raise FleetError(str(e.error_code))
                self._group = self.conn.create_security_group(self.name, 'Group of %s' % self.name)
        return self._group

    def members(self, *states):
        filters = {'tag:fleet': self.name}
        if states:
            filters['instance-state-name'] = list(states)
        return sorted((i for r in self.conn.get_all_instances(filters=filters) for i in r.instances),
                      key=lambda i: (i.launch_time[:10], i.tags.get('Name', '')))

    def sync_rules(self, wanted):
        have = set(Rule(r.ip_protocol, int(r.from_port), int(r.to_port), g.cidr_ip)
                   for r in self.group.rules for g in r.grants if g.cidr_ip)
        for rule in sorted(have - set(wanted)):
            self.group.revoke(rule.proto, rule.start, rule.end, rule.source)
        for rule in sorted(set(wanted) - have):
            self.group.authorize(rule.proto, rule.start, rule.end, rule.source)
        self._group = None
        return len(set(wanted) - have), len(have - set(wanted))

    def _disks(self, size):
        disks = BlockDeviceMapping(self.conn)
        disks['/dev/sda1'] = BlockDeviceType(size=size, delete_on_termination=True, volume_type='gp2')
        return disks

    def resize(self, size, image='ami-22222222', disk=None, dry_run=False):
        members = self.members('pending', 'running')
        if len(members) < size:
            missing = size - len(members)
            reservation = self.conn.run_instances(
                image, min_count=missing, max_count=missing, security_group_ids=[self.group.id],
                instance_type='t2.small', block_device_map=self._disks(disk) if disk else None, dry_run=dry_run)
            for number, instance in enumerate(reservation.instances, len(members)):
                while instance.state == 'pending':
                    time.sleep(0.01)
                    instance.update()
                instance.add_tags({'fleet': self.name, 'Name': '%s-%02d' % (self.name, number)})
            return [i.id for i in reservation.instances]
        for instance in members[size:]:
            log.info('ending %s (%s)', instance.tags.get('Name'), instance.state)
            instance.terminate()
        return [i.id for i in members[size:]]

    def each(self, what, *args):
        return [getattr(member, what)(*args) for member in self.members('running')]
