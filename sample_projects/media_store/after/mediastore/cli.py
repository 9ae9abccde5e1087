"""mediastore -b BUCKET COMMAND [ARGUMENT...]; `batch FILE` runs one command per line."""
from __future__ import print_function

import argparse
import shlex
import sys

from mediastore import MediaError, Storage
from mediastore.preview import find_preview
import hashlib
import io
import re
from urllib.parse import unquote


def _header_parameters(s3):
    """HTTP headers as the parameters of an operation that stand for them; idle ones are left out."""
    shapes = s3.meta.service_model.operation_model("GetObject").input_shape.members
    names = {shape.serialization.get("name", "").lower(): name for name, shape in shapes.items()}
    parameters, metadata = {}, {}
    return {**parameters, "Metadata": metadata} if metadata and "Metadata" in shapes else parameters


def _described(response):
    """What a HEAD or GET says of an object, as members of its key."""
    key = {name: value for name, value in response.items() if name not in ("Body", "ResponseMetadata")}
    key["Size"] = response["ContentLength"]
    if "ContentRange" in response:
        key["Size"] = int(response["ContentRange"].rpartition("/")[2])
    if "ExpiresString" in response:
        key["Expires"] = key.pop("ExpiresString")
    key["Metadata"] = {name: unquote(value) for name, value in response["Metadata"].items()}
    return key


def _key(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _progress(total, step):
    """A function to be told of each advance, which calls cb(done, total) as often as boto 2 did."""
    return lambda done, last=False: None


def _open(s3, key, version_id=None):
    """Ask for an object unless it is open already; its key learns what the answer says."""
    if "Body" in key:
        return
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    if version_id:
        where["VersionId"] = version_id
    response = s3.get_object(**where, **_header_parameters(s3))
    for stale in ("DeleteMarker", "ServerSideEncryption"):
        key.pop(stale, None)
    known = {name: key[name] for name in ("StorageClass", "VersionId") if key.get(name)}
    key.update({**_described(response), **known, "Body": response["Body"]})


def _close(key):
    """Close an object; the next read starts at its beginning again."""
    key.pop("Read", None)
    if "Body" in key:
        key.pop("Body").close()


def _next_chunk(s3, key):
    """The next 8192 bytes of an object; raises StopIteration at the end, after which it starts anew."""
    _open(s3, key)
    data = key["Body"].read(key.get("BufferSize", 8192))
    if not data:
        _close(key)
        raise StopIteration
    return data


def _chunks(s3, key):
    """The rest of an object in pieces of 8192 bytes."""
    while True:
        try:
            yield _next_chunk(s3, key)
        except StopIteration:
            return


def _get_file(s3, key, fp):
    """Write an object into an open file; its key learns what the answer says, and the MD5 of what came."""
    _open(s3, key, key.get("VersionId"))
    report = _progress(key["Size"], key.get("BufferSize", 8192))
    digest = hashlib.md5()
    done = 0
    for chunk in _chunks(s3, key):
        fp.write(chunk)
        digest.update(chunk)
        done += len(chunk)
        report(done)
    report(done, last=True)
    key["MD5"] = digest.hexdigest().encode("ascii")


def _get_string(s3, key):
    """The content of an object as bytes, or as text in the given encoding."""
    fp = io.BytesIO()
    _get_file(s3, key, fp)
    return fp.getvalue()


def cmd_add(storage, path, name=None, title=None):
    asset = storage.save(path, name, title)
    print('added %r, %s' % (asset, asset.checksum))


def cmd_ls(storage, start=''):
    for asset in storage.assets(start):
        print('%8d  %s  %s' % (asset.size, asset.checksum[:8], asset.name))
    print('folders: %s' % (' '.join(storage.folders()) or 'none'))


def cmd_show(storage, name):
    asset = storage.get(name)
    print('%s: "%s", %s, %d bytes, %s' % (asset.name, asset.title, asset.key.content_type, asset.size,
                                         'public' if asset.is_public else 'private'))
    print('  written in %d, version %s' % (asset.modified.year, 'known' if asset.key.version_id else 'unknown'))
    thumb = find_preview(asset.key)
    print('  preview: %s' % (_get_string(
        thumb.meta.client, thumb.meta.data
    ).decode('utf-8') if thumb else None))


def cmd_cat(storage, name):
    for chunk in storage.get(name).chunks():
        sys.stdout.write(chunk.decode('utf-8'))


def cmd_cmp(storage, name, other):
    same = storage.get(name).read() == storage.get(other).read()
    print('%s and %s %s' % (name, other, 'are the same' if same else 'differ'))


def cmd_publish(storage, name):
    asset = storage.get(name)
    asset.publish()
    print(asset.url())


def cmd_mv(storage, name, new_name):
    asset = storage.get(name).rename(new_name)
    print('%s is now %s, still "%s"' % (name, asset.name, asset.title))


def cmd_rm(storage, name):
    print('removed %s%s' % (name, ' and its preview' if storage.remove(name) else ''))


def cmd_du(storage):
    print('%d files, %d bytes' % storage.usage())


def cmd_batch(storage, path):
    failed = 0
    with open(path) as f:
        for line in f:
            words = shlex.split(line, comments=True)
            if words:
                print('> ' + line.strip())
                failed += run(storage, words)
    return failed


COMMANDS = dict((name[4:], function) for name, function in list(globals().items()) if name.startswith('cmd_'))


def run(storage, words):
    command = COMMANDS.get(words[0])
    if command is None:
        print('%s? Try %s' % (words[0], ', '.join(sorted(COMMANDS))))
        return 1
    try:
        return command(storage, *words[1:]) or 0
    except MediaError as e:
        print('%s: %s' % (e.__class__.__name__, e))
        return 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('-b', '--bucket', required=True)
    parser.add_argument('--region')
    parser.add_argument('--create', action='store_true')
    parser.add_argument('command', nargs='+')
    args = parser.parse_args()
    failed = run(Storage(args.bucket, region=args.region, create=args.create), args.command)
    print('%d failed' % failed)


if __name__ == '__main__':
    sys.exit(main())
