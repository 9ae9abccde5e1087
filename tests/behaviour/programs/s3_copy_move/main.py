# -*- coding: latin-1 -*-
"""Copies between buckets and in place: storage classes, encryption, ACLs kept, renames and moves of whole trees."""
import boto

PAIRS = {'REDUCED_REDUNDANCY': 'cheap', 'STANDARD': 'dear'}


def info(key):
    public = [g.uri for g in key.get_acl().acl.grants if g.uri]
    return '%s/%s class=%s enc=%s size=%s type=%s public=%s' % (
        key.bucket.name, key.name, key.storage_class, key.encrypted, key.size, key.content_type, bool(public))


def mv(source, target_bucket, target_name, **options):
    new = source.copy(target_bucket.name, target_name, **options)
    source.delete()
    return new


def rename_tree(bucket, old, new):
    moved = []
    for key in list(bucket.list(prefix=old)):
        name = new + key.name[len(old):]
        bucket.copy_key(name, bucket.name, key.name, preserve_acl=True)
        key.delete()
        moved.append(name)
    return moved


def mirror(src, dst, skip=()):
    known = dict((k.name, k.etag) for k in dst)
    copied = 0
    for k in src:
        if k.name in skip or known.get(k.name) == k.etag:
            continue
        dst.copy_key(k.name, src.name, k.name, storage_class=k.storage_class)
        copied += 1
    return copied


# Verschiebt und kopiert über Bucket-Grenzen
def main():
    s3 = boto.connect_s3()
    src, dst = s3.create_bucket('copy-src'), s3.create_bucket('copy-dst')
    k = src.new_key('tree/a.txt')
    k.storage_class = 'REDUCED_REDUNDANCY'
    k.set_contents_from_string('aaa', {'Content-Type': 'text/plain'}, policy='public-read')
    src.new_key('tree/b.bin').set_contents_from_string('bb', encrypt_key=True)
    src.new_key('tree/deep/c').set_contents_from_string('c', reduced_redundancy=True)
    src.new_key('top').set_contents_from_string('top of all')
    for key in src.list():
        print(info(src.get_key(key.name)))

    print(info(dst.get_key(src.get_key('tree/a.txt').copy('copy-dst', 'a1.txt').name)))
    src.get_key('tree/a.txt').copy(dst, 'a2.txt', preserve_acl=True, encrypt_key=True)
    print(info(dst.get_key('a2.txt')))
    src.get_key('tree/a.txt').copy('copy-dst', 'a3.txt', reduced_redundancy=True, metadata={'x': 'y'})
    print(info(dst.get_key('a3.txt')), dst.get_key('a3.txt').metadata)
    dst.copy_key('a4.txt', 'copy-src', 'tree/a.txt')
    print(info(dst.get_key('a4.txt')))
    dst.copy_key('a5.txt', 'copy-src', 'tree/a.txt', storage_class='REDUCED_REDUNDANCY', encrypt_key=True,
                 headers={'x-amz-acl': 'public-read'})
    print(info(dst.get_key('a5.txt')))

    top = src.get_key('top')
    top.change_storage_class('REDUCED_REDUNDANCY')
    print(src.get_key('top').storage_class)
    src.get_key('top').change_storage_class('STANDARD', dst_bucket='copy-dst')
    print(info(dst.get_key('top')), src.get_key('top').storage_class)
    again = src.copy_key('top', 'copy-src', 'top')
    print('touched', again.name, again.etag == top.etag, info(src.get_key('top')))

    moved = mv(src.get_key('tree/b.bin'), dst, 'moved/b.bin')
    print(moved.name, moved.bucket.name, src.get_key('tree/b.bin'), dst.get_key('moved/b.bin').encrypted)
    print(rename_tree(src, 'tree/', 'forest/'), [x.name for x in src])
    print(info(src.get_key('forest/a.txt')))
    print('mirrored', mirror(src, dst, skip=['top']), mirror(src, dst, skip=['top']))
    print(sorted((x.name, x.storage_class, PAIRS.get(x.storage_class)) for x in dst))
    try:
        src.copy_key('x', 'copy-src', 'not here')
    except boto.exception.S3ResponseError as e:
        print(e.status, e.error_code)
    try:
        top.copy('bucket-not-here', 'x')
    except AttributeError as e:
        print('no target bucket')
    odd = src.new_key('sp ace/\xfcber+100%.txt')
    odd.set_contents_from_string('odd')
    print(dst.copy_key('plain', src.name, odd.name).name, dst.get_key('plain').get_contents_as_string())


main()
