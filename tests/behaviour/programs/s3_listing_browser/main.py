"""Lists with delimiter, prefix, marker and pages by hand: Prefix objects, lazy sequences, generators over both."""
import sys
from collections import defaultdict
from itertools import islice

from boto.s3.connection import S3Connection
from boto.s3.prefix import Prefix
from boto.s3.key import Key

DELIM = "/"


def connect():
    return S3Connection(is_secure=True)


def ls(bucket, path="", depth=0):
    "like `ls -R`"
    for item in sorted(bucket.list(path, DELIM), key=lambda i: i.name):
        if isinstance(item, Prefix):
            yield depth, "d", item.name, None
            for found in ls(bucket, item.name, depth + 1):
                yield found
        elif isinstance(item, Key):
            if item.name == path:
                continue
            yield depth, "-", item.name, item.size


def pages(bucket, size, **kw):
    marker = ""
    while True:
        rs = bucket.get_all_keys(max_keys=size, marker=marker, **kw)
        yield rs
        if not rs.is_truncated:
            break
        marker = rs[-1].name


def du(bucket):
    usage = defaultdict(int)
    for key in bucket:
        top = key.name.split(DELIM, 1)[0] if DELIM in key.name else "."
        usage[top] += key.size
    return usage


def main():
    bucket = connect().get_bucket("photo-archive")
    for depth, kind, name, size in ls(bucket):
        print("%s%s %s%s" % ("  " * depth, kind, name.rstrip(DELIM).rsplit(DELIM)[-1], "" if size is None else " %d" % size))

    for n, page in enumerate(pages(bucket, 6, prefix="201")):
        print("page %d: %d keys, first %s, more %s" % (n, len(page), page[0].name, bool(page.is_truncated)))

    top = bucket.get_all_keys(delimiter=DELIM)
    print(sorted(x.name for x in top if isinstance(x, Prefix)), sorted(x.name for x in top if isinstance(x, Key)))
    print(len(top), bool(top), ['dir' if isinstance(x, Prefix) else 'file' for x in sorted(top, key=lambda x: x.name)])

    none = bucket.get_all_keys(prefix="nothing-here")
    print("nothing:", len(none), bool(none), list(none))

    rs = bucket.list(prefix="2013/12/")
    print("once", [k.name for k in rs])
    print("twice", len(list(rs)), "truth", bool(rs))
    print("lazy", [k.name for k in islice(bucket.list(), 3)])
    print("after", [k.name for k in bucket.list(prefix="2014/", marker="2014/03/img001.jpg")])
    print("empty:", any(True for _ in bucket.list("2015/")), [] == list(bucket.list("2015/")))

    print(sorted(du(bucket).items()))
    names = set(k.name for k in bucket.list("zebra/"))
    for n in sorted(names):
        print("%r %r" % (n, n in bucket))
    print(sorted(k.key for k in bucket.list(prefix="zebra/", encoding_type="url")))
    key = next(iter(bucket.list("index")))
    print(key.name, key.storage_class, key.etag, len(key.owner.id) > 0, key.version_id, key.content_type, len(key.last_modified))
    depths = defaultdict(list)
    for item in bucket.list("2013/", DELIM):
        depths["folders" if isinstance(item, Prefix) else "files"].append(item.name)
    for cls, found in sorted(depths.items()):
        print(cls, sorted(found))
    sys.stdout.write("%d keys in all\n" % sum(1 for _ in bucket.list()))


if __name__ == "__main__":
    main()
