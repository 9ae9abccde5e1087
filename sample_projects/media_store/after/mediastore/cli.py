"""mediastore -b BUCKET COMMAND [ARGUMENT...]; `batch FILE` runs one command per line."""
from __future__ import print_function

import argparse
import shlex
import sys

from mediastore import MediaError, Storage
from mediastore.preview import find_preview
import re


def _key(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if name is None:
        raise ValueError("the object has no name")
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _at(key):
    """Where an object is, as parameters: in the given version, or else in the one that the key holds."""
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    version_id = key.get("VersionId")
    return {**where, "VersionId": version_id} if version_id else where


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
    print('  preview: %s' % (thumb.meta.client.get_object(**_at(thumb.meta.data))["Body"].read().decode('utf-8') if thumb else None))


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
