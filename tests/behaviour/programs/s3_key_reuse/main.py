"""One Key object used for many names, replace=False, returned byte counts, sizes and digests before and after."""
from boto.s3.connection import S3Connection
from boto.s3.key import Key

words = ['alpha', 'beta', 'gamma', '', 'delta']

def upload_all(bucket, items):
    k = Key(bucket)
    counts = []
    for name, text in items:
        k.key = name
        counts.append(k.set_contents_from_string(text))
    return counts, k

def state(k):
    return 'name=%r key=%r size=%r etag=%r md5=%r' % (k.name, k.key, k.size, k.etag, k.md5 and len(k.md5))

def put_once(bucket, name, text, replace=False):
    k = bucket.new_key(name)
    n = k.set_contents_from_string(text, replace=replace)
    if n is None:
        return 'kept'
    elif n:
        return 'wrote %d' % n
    return 'wrote nothing (%r)' % n

def main():
    c = S3Connection()
    b = c.create_bucket('reuse')
    fresh = Key(b, 'fresh')
    print(state(fresh))
    print(fresh.exists(), fresh.version_id, fresh.last_modified, fresh.metadata, fresh.content_type)

    counts, last = upload_all(b, [('w/%d' % i, w) for i, w in enumerate(words)])
    print(counts, sum(counts), sum(1 for c in counts if c))
    print(state(last))
    for k in b.list('w/'):
        print(k.name, k.size, b.get_key(k.name).get_contents_as_string())

    # the same object reads another key after its name was changed
    last.key = 'w/0'
    print(last.get_contents_as_string(), last.size)
    last.name = 'w/1'
    print(last.read(), last.size, last.exists())

    for args in [('once', 'first'), ('once', 'second'), ('once', 'third', True), ('hollow', ''), ('hollow', 'full')]:
        print(args, '->', put_once(b, *args))
    print(b.get_key('once').get_contents_as_string(), b.get_key('hollow').size)

    # no name at all: the digest of the content becomes the name
    nameless = Key(b)
    print(nameless.name, nameless.set_contents_from_string('content names me'), nameless.name)
    try:
        b.new_key('')
    except ValueError as e:
        print(e)

    # metadata set once goes along with every later name
    k = Key(b)
    k.set_metadata('batch', '7')
    for n in range(3):
        k.key = 'batch/%d' % n
        if n == 2:
            k.metadata = {}
        k.set_contents_from_string(u'n' * n)
    print([(x.name, b.get_key(x).get_metadata('batch')) for x in b.list('batch/')])

    def rename(old, new):
        k = b.get_key(old)
        if k is None:
            return False
        k.copy(b.name, new)
        k.delete()
        return True
    print(rename('w/4', 'renamed'), rename('w/4', 'again'), [x.name for x in b.list('w/')])
    deleted = b.delete_key('renamed')
    print(deleted.name, deleted.version_id, deleted.delete_marker)
    print(b.delete_key('never').name)
    print('%s|%s' % (b, b.get_key('once')))
    print(repr(b.get_all_keys()[0]))
    print(b.lookup('once').name, b.lookup('nix'), c.lookup('nix'), c.lookup('reuse').name)
    print(Key(b, 'a') == Key(b, 'a'), len(set([b.get_key('once'), b.get_key('once')])))

main()
