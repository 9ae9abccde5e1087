"""One file of the library and what may be done with it."""
import boto.utils


class Asset(object):
    """Wraps a key. Storage makes these; they find their way back through the key."""

    def __init__(self, key, prefix=''):
        self.key = key
        self.prefix = prefix

    def __repr__(self):
        return '<Asset %s, %s bytes>' % (self.name, self.key.size)

    @property
    def name(self):
        return self.key.name[len(self.prefix):]

    @property
    def size(self):
        return self.key.size

    @property
    def checksum(self):
        return self.key.etag.strip('"')

    @property
    def modified(self):
        return boto.utils.parse_ts(self.key.last_modified)

    @property
    def title(self):
        return self.key.get_metadata('title') or self.name

    @property
    def is_public(self):
        for grant in self.key.get_acl().acl.grants:
            if grant.type == 'Group' and grant.uri.endswith('/AllUsers'):
                return grant.permission in ('READ', 'FULL_CONTROL')
        return False

    def read(self):
        return self.key.get_contents_as_string()

    def chunks(self):
        """The content piece by piece, for films that do not fit into memory."""
        for chunk in self.key:
            yield chunk

    def publish(self, public=True):
        self.key.set_acl('public-read' if public else 'private')

    def url(self, minutes=10):
        return self.key.generate_url(minutes * 60)

    def rename(self, new_name):
        """Copy under the new name, delete the old one."""
        old = self.key
        new = old.copy(old.bucket.name, self.prefix + new_name, preserve_acl=True)
        old.delete()
        self.key = old.bucket.get_key(new.name)
        return self

    def delete(self):
        self.key.delete()
