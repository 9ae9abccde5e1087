import hashlib
import os

from boto.exception import S3ResponseError
from boto.s3.key import Key

from common import ReleaseError, complain


def open_bucket(conn, name):
    try:
        return conn.get_bucket(name)
    except S3ResponseError, e:
        if e.status <> 404:
            raise
        complain('making bucket %s' % name)
        return conn.create_bucket(name)


def progress(done, total):
    print '    %d of %d' % (done, total)


def push(bucket, version, folder):
    """Upload the files of a release; returns {name: md5}."""
    sums = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        f = open(path, 'rb')
        sums[name] = hashlib.md5(f.read()).hexdigest()
        f.close()
        k = Key(bucket)
        k.key = 'releases/%s/%s' % (version, name)
        if k.exists():
            raise ReleaseError, '%s is released already' % k.key
        k.set_metadata('version', version)
        print '   ', k.key
        k.set_contents_from_filename(path, cb=progress, num_cb=2)
        if k.etag.strip('"') <> sums[name]:
            raise ReleaseError, 'upload of %s is damaged' % name
    return sums


def write_manifest(bucket, version, sums):
    lines = []
    for name, md5 in sorted(sums.iteritems()):
        lines.append('%s  %s\n' % (md5, name))
    k = bucket.new_key('releases/%s/MANIFEST' % version)
    k.content_type = 'text/plain'
    k.set_contents_from_string(''.join(lines), policy='public-read')
    print 'manifest of', len(lines), 'files'


def check(bucket, version, folder):
    """Download the manifest and compare it with what lies in the bucket."""
    target = os.path.join(folder, 'MANIFEST')
    k = bucket.get_key('releases/%s/MANIFEST' % version)
    k.get_contents_to_filename(target)
    os.chmod(target, 0600)
    good = 0
    for line in open(target):
        md5, name = line.split()
        found = bucket.get_key('releases/%s/%s' % (version, name))
        if found is None:
            complain('%s is missing' % name)
        elif found.etag == '"%s"' % md5 and found.get_metadata('version') == version:
            good += 1
    print 'checked:', good, 'good'


def versions(bucket):
    found = {}
    for k in bucket.list(prefix='releases/'):
        version = k.name.split('/')[1]
        if not found.has_key(version):
            found[version] = []
        found[version].append(k)
    return found


def prune(bucket, keep):
    """Delete all but the KEEP newest releases."""
    found = versions(bucket)
    ordered = sorted(found.iterkeys(), key=lambda v: [int(n) for n in v.split('.')])
    for version in ordered[:-keep]:
        print 'release %s goes, %d bytes' % (version, sum([k.size for k in found[version]]))
        for k in found[version]:
            k.delete()
            print '   ', os.path.basename(k.name)
    return ordered[-keep:]
