"""Multipart uploads in a package: context manager, threads, parts listed and copied, cancelled and found again."""
import hashlib
import os
import tempfile

import boto
from uploader import MultipartSession, UploadFailed


def make_file(directory, name, size):
    path = os.path.join(directory, name)
    with open(path, 'wb') as fp:
        fp.write((name.encode('ascii') * (size // len(name) + 1))[:size])
    return path


def digest(key):
    md5 = hashlib.md5()
    for chunk in key:
        md5.update(chunk)
    return md5.hexdigest()


def main():
    s3 = boto.connect_s3()
    bucket = s3.create_bucket('big-files')
    where = tempfile.mkdtemp()
    big = make_file(where, 'big.bin', 11 * 1024 * 1024 + 17)

    with MultipartSession(bucket, 'dir/big.bin', metadata={'origin': 'camera', 'Content-Type': 'video/x-raw'}) as up:
        up.send(big)
        print(up.mp.key_name, up.mp.bucket_name, len(up.mp.id) > 10)
        for row in up.parts():
            print('  %d %d %s' % row)
    print('\n'.join(up.log))
    done = up.result
    print(done.key_name, done.bucket_name, done.etag)
    key = bucket.get_key('dir/big.bin')
    print(key.size == os.path.getsize(big), key.etag, key.content_type, key.get_metadata('origin'))
    with open(big, 'rb') as fp:
        print('content ok', digest(key) == hashlib.md5(fp.read()).hexdigest())

    with MultipartSession(bucket, 'threads.bin', threads=3, reduced_redundancy=True) as up:
        up.send(big)
    key = bucket.get_key('threads.bin')
    print(key.size, key.storage_class, key.content_type)

    with MultipartSession(bucket, 'broken.bin') as up:
        up.mp.upload_part_from_file(open(big, 'rb'), 1, size=1024)
        print('one part of', [p.size for p in up.mp.get_all_parts()])
        raise UploadFailed('on purpose')
    print(up.log, bucket.get_key('broken.bin'), up.result)

    # an upload begun elsewhere is found by listing, extended by a copy, and finished here
    begun = bucket.initiate_multipart_upload('joined.bin')
    with open(big, 'rb') as fp:
        fp.seek(1024)
        begun.upload_part_from_file(fp, 1, size=5 * 1024 * 1024)
    bucket.initiate_multipart_upload('orphan.bin')
    pending = bucket.get_all_multipart_uploads()
    print(len(pending), sorted(mp.key_name for mp in pending))
    found = [mp for mp in pending if mp.key_name == 'joined.bin'][0]
    print(found.id == begun.id)
    found.copy_part_from_key(bucket.name, 'dir/big.bin', 2, 0, 99)
    print([(p.part_number, p.size) for p in found])
    found.complete_upload()
    joined = bucket.get_key('joined.bin')
    print(joined.size, joined.etag[-3:])
    for mp in bucket.list_multipart_uploads():
        bucket.cancel_multipart_upload(mp.key_name, mp.id)
    print('pending', len(bucket.get_all_multipart_uploads()))
    print(sorted((k.name, k.size) for k in bucket.list()))


if __name__ == '__main__':
    main()
