"""Previews are small keys next to the real ones. The editor shows them in lists."""
PREFIX = 'preview/'
LENGTH = 16


def preview_name(key):
    return PREFIX + key.name.rsplit('/', 1)[-1]


def make_preview(key):
    """Write the preview of a key, return the preview's key."""
    start = key.get_contents_as_string(headers={'Range': 'bytes=0-%d' % (LENGTH - 1)})
    preview = key.bucket.new_key(preview_name(key))
    preview.set_metadata('original', key.name)
    preview.content_type = 'text/plain'
    preview.set_contents_from_string(start, reduced_redundancy=True)
    return preview


def find_preview(key):
    return key.bucket.get_key(preview_name(key))


def drop_preview(key):
    """True if there was one."""
    preview = find_preview(key)
    if preview is None:
        return False
    preview.delete()
    return True
