#!/usr/bin/python
"""Key pairs: made, imported, found or None, saved with file modes, removed; a ring object is handed around by name."""
import os
import stat
import sys

from boto.ec2.connection import EC2Connection
import boto.ec2
import boto.exception

RING = os.path.join('keys')
PUBLIC = ('ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDoq8OTw5YetYkPUTdYyKiI5oRHCBftVBGlKcYVOdUBalrmuM6/GloVS7MhVsf6'
          'e8KyWvJb7QzaR9xPjrSG7bEqK/rvdUwobhyfLFa8pSrl0oANSvDUz/TCrteHrQTWeYHFtmII4MWXJh0KKzKIKuhUqFT0393C7lwgShZwzFJVcw== me@home')


def save(material, name, directory=RING):
    if not os.path.isdir(directory):
        os.mkdir(directory)
    path = os.path.join(directory, name + '.pem')
    if os.path.exists(path):
        raise IOError('%s already exists' % path)
    with open(path, 'w') as fp:
        fp.write(material[:31] + '\n')
    os.chmod(path, 0o600)
    return path


class KeyRing:
    made = {}

    def __init__(self, **params):
        self.ec2 = EC2Connection(**params)

    def ensure(self, name, public=None):
        pair = self.ec2.get_key_pair(name)
        if pair is not None:
            return pair, False
        if public:
            pair = self.ec2.import_key_pair(name, public)
        else:
            pair = self.ec2.create_key_pair(name)
            self.made[name] = save(pair.material, name)
        return pair, True

    def names(self, *wanted):
        return sorted(p.name for p in self.ec2.get_all_key_pairs(list(wanted) or None))

    def drop(self, pair):
        return pair.delete() if hasattr(pair, 'delete') else self.ec2.delete_key_pair(pair)

    def __contains__(self, name):
        return self.ec2.get_key_pair(name) is not None

    def __iter__(self):
        return iter(self.ec2.get_all_key_pairs())

    def __len__(self):
        return len(self.ec2.get_all_key_pairs())


def main(out=sys.stdout.write):
    ring = KeyRing()
    out('%d pairs, first: %s\n' % (len(ring), ring.ec2.get_key_pair('first')))
    for name in ('first', 'second', 'first'):
        pair, new = ring.ensure(name)
        out('%s new=%s fingerprint=%d material=%s\n' % (pair.name, new, len(pair.fingerprint), bool(pair.material)))
    imported, new = ring.ensure('imported', PUBLIC.encode('ascii'))
    out('%s %s %s\n' % (imported.name, new, imported.fingerprint == ring.ensure('imported')[0].fingerprint))
    for path in sorted(ring.made.values()):
        out('%s %s %d\n' % (path, oct(stat.S_IMODE(os.stat(path).st_mode))[-3:], os.path.getsize(path)))
    try:
        save('again', 'first')
    except IOError as e:
        out('%s\n' % e)
    out('%s %s %s\n' % (ring.names(), ring.names('second'), 'second' in ring))
    for bad in ('second', 'third'):
        try:
            out('create %s: %s\n' % (bad, ring.ec2.create_key_pair(bad).name))
        except boto.exception.EC2ResponseError as e:
            out('create %s: %s %s\n' % (bad, e.error_code, e.status))
    try:
        ring.ec2.get_all_key_pairs(keynames=['first', 'nope'])
    except boto.exception.EC2ResponseError as e:
        out('%s\n' % e.error_code)
    launched = ring.ec2.run_instances('ami-cccc3333', key_name=ring.ec2.get_key_pair('first').name).instances[0]
    out('launched with %s\n' % launched.key_name)
    out('%s %s %s\n' % (ring.drop(imported), ring.drop('second'), ring.drop('never')))
    out('%s\n' % sorted(p.name for p in ring))
    west = boto.ec2.connect_to_region('us-west-1')
    out('elsewhere: %s\n' % [p.name for p in west.get_all_key_pairs()])
    return 0


if __name__ == '__main__':
    sys.exit(main())
