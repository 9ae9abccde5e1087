# -*- coding: iso-8859-1 -*-
# Written by Jürgen, ask him about the firewall.
from boto.exception import EC2ResponseError

from common import complain


class Host:
    """An instance with what a release needs to know of it."""

    def __init__(self, instance):
        self.instance = instance
        self.name = instance.tags.get('Name', instance.id)

    def version(self):
        return self.instance.tags.get('Version', 'none')

    def describe(self):
        i = self.instance
        return '%s (%s, %s in %s): %s' % (self.name, i.instance_type, i.state, i.placement, self.version())

    def mark(self, version):
        self.instance.add_tag('Version', version)
        self.instance.update()


def find_hosts(conn, role):
    hosts = []
    for reservation in conn.get_all_instances(filters={'tag:Role': role}):
        for instance in reservation.instances:
            if instance.state == 'running':
                hosts.append(Host(instance))
            else:
                complain('%s is %s' % (instance.tags['Name'], instance.state))
    hosts.sort(key=lambda host: host.name)
    return hosts


def open_firewall(conn, name, cidr):
    """The deploy group, with a hole for us in it."""
    groups = conn.get_all_security_groups(filters={'group-name': name})
    if groups:
        group = groups[0]
    else:
        group = conn.create_security_group(name, 'releases')
        print 'made group', group.name
    for port in xrange(8080, 8082):
        try:
            group.authorize('tcp', port, port, cidr)
        except EC2ResponseError, e:
            if e.error_code <> 'InvalidPermission.Duplicate':
                raise
            print 'port', port, 'was open'
    return group


def close_firewall(conn, name, cidr):
    group = conn.get_all_security_groups(filters={'group-name': name})[0]
    for rule in list(group.rules):
        for grant in list(rule.grants):
            if grant.cidr_ip == cidr:
                print 'closing %s %s-%s' % (rule.ip_protocol, rule.from_port, rule.to_port)
                group.revoke(rule.ip_protocol, rule.from_port, rule.to_port, grant.cidr_ip)


def status(conn, role):
    per_version = {}
    for host in find_hosts(conn, role):
        print '   ', host.describe()
        per_version[host.version()] = per_version.get(host.version(), 0) + 1
    for version, count in sorted(per_version.items()):
        print '    %-6s on %d' % (version, count)
