"""Versions of keys: status dictionaries, markers in listings, reading, deleting and restoring one version."""
from __future__ import print_function
import boto
from boto.s3.deletemarker import DeleteMarker


class Auditor(object):
    """Knows nothing of connections, only of the bucket it was given."""

    def __init__(self, bucket):
        self.bucket = bucket
        self.labels = {}

    def label(self, version):
        if version is None or version == 'null':
            return str(version)
        return self.labels.setdefault(version, 'v%d' % (len(self.labels) + 1))

    def status(self):
        s = self.bucket.get_versioning_status()
        return s.get('Versioning', 'never'), sorted(s)

    def put(self, name, text):
        key = self.bucket.new_key(name)
        key.set_contents_from_string(text)
        print('put %s -> %s' % (name, self.label(key.version_id)))
        return key.version_id

    def history(self, name):
        rows = []
        for v in self.bucket.list_versions(prefix=name):
            kind = 'marker' if isinstance(v, DeleteMarker) else 'key'
            size = getattr(v, 'size', None) if kind == 'key' else '-'
            rows.append((kind, self.label(v.version_id), v.is_latest, size))
        return rows

    def show(self, name):
        print('%s:' % name)
        for row in self.history(name):
            print('   %-7s %-5s latest=%s size=%s' % row)

    def purge(self, keep=lambda v: False):
        gone = [v for v in self.bucket.list_versions() if not keep(v)]
        result = self.bucket.delete_keys(gone)
        return len(gone), len(result.deleted), len(result.errors)


def make_auditor(name, on=None):
    bucket = boto.connect_s3().get_bucket(name)
    if on is not None:
        bucket.configure_versioning(on)
    return Auditor(bucket)


plain = make_auditor('plain-bucket')
print('plain', plain.status())
k = plain.bucket.new_key('x')
k.set_contents_from_string('1')
print('no versions:', k.version_id, plain.history('x'))

audit = make_auditor('contracts', True)
print('contracts', audit.status())
first = audit.put('deal.txt', 'first')
second = audit.put('deal.txt', 'second one')
third = audit.put('deal.txt', 'third and final')
audit.put('other.txt', 'o')
audit.show('deal.txt')
audit.show('before')

b = audit.bucket
print('now  ', b.get_key('deal.txt').get_contents_as_string())
print('first', b.get_key('deal.txt', version_id=first).get_contents_as_string())
old = b.get_key('deal.txt', version_id=second)
print(old.size, audit.label(old.version_id))
print('pinned', old.get_contents_as_string(), old.read())

# key.delete() of a fetched key removes that very version
current = b.get_key('deal.txt')
current.delete()
print('after delete of a fetched key:', b.get_key('deal.txt').get_contents_as_string())
audit.show('deal.txt')

# delete by name hides
gone = b.delete_key('deal.txt')
print('by name: marker=%s' % gone.delete_marker, b.get_key('deal.txt'))
audit.show('deal.txt')

# a marker is removed by its version, and the key is back
marker = [v for v in b.list_versions('deal.txt') if isinstance(v, DeleteMarker)][0]
b.delete_key(marker.name, version_id=marker.version_id)
print('back:', b.get_key('deal.txt').get_contents_as_string())

restored = b.copy_key('deal.txt', b.name, 'deal.txt', src_version_id=first)
print('restored from', audit.label(first), 'as', audit.label(restored.version_id))
print('now', b.get_key('deal.txt').get_contents_as_string())
for listed in b.list('other'):
    listed.delete()
audit.show('other')
print('removed by pair:', [(d.key, audit.label(d.version_id)) for d in
                           b.delete_keys([('deal.txt', second)]).deleted])
audit.show('deal.txt')
print('purged', audit.purge(keep=lambda v: v.name.startswith('before')))
print([v.name for v in b.get_all_versions()])
b.configure_versioning(False)
print(audit.status())
