"""Programs of a few lines, one for each trap between the two libraries: migrated, they do what they did.

Each is run on boto 2 as it stands and on boto3 as the tool writes it, against the same fake S3: what it returns has to
be equal, and all that is left in the buckets. Letters and numbers name the rows of the catalogue of differences.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from s3_programs import Programs
from s3_worlds import Worlds

from codemods.settings import Style

PLAIN = {
    "B1 a missing bucket": """
        try:
            conn.get_bucket("missing")
        except S3ResponseError as error:
            return error.status, error.error_code
    """,
    "B2 no request without validate": """
        return conn.get_bucket("missing", validate=False).name
    """,
    "B4 all buckets": """
        return [b.name for b in conn], [b.name for b in conn.get_all_buckets()]
    """,
    "B5 names in buckets and connections": """
        return "bucket" in conn, "missing" in conn, "a" in bucket, "missing" not in bucket
    """,
    "B6 B10 a new bucket": """
        made = conn.create_bucket("made")
        return made.name, len(list(made))
    """,
    "B11 a bucket is deleted": """
        conn.create_bucket("made").delete()
        conn.create_bucket("again")
        conn.delete_bucket("again")
        return sorted(b.name for b in conn)
    """,
    "B12 the classic region is empty": """
        return bucket.get_location()
    """,
    "B3 lookup gives None": """
        found = conn.lookup("missing")
        return found is None, bool(conn.lookup("bucket"))
    """,
    "L1 all keys": """
        return [(k.name, k.size) for k in bucket.list()], [k.key for k in bucket]
    """,
    "L1 nothing found": """
        return [k.name for k in bucket.list(prefix="nothing")], list(bucket.list("nothing"))
    """,
    "L2 prefixes among keys": """
        return [(i.name, isinstance(i, Prefix)) for i in bucket.list("", "/")]
    """,
    "L3 marker": """
        return [k.name for k in bucket.list(marker="a")]
    """,
    "L5 a listing can be looped over again": """
        listing = bucket.list()
        return len(list(listing)), len(list(listing)), bool(listing)
    """,
    "L8 one page": """
        page = bucket.get_all_keys(max_keys=2)
        return [k.name for k in page], page.is_truncated, len(page)
    """,
    "L10 what a listing does not tell": """
        return [(k.content_type, k.version_id, k.md5) for k in bucket.list()]
    """,
    "K1 slashes in names": """
        bucket.new_key("/x//y").set_contents_from_string("1")
        found = bucket.get_key("//x/y")
        text = found.get_contents_as_string()
        bucket.delete_key("x//y")
        return found.name, text
    """,
    "K2 a missing key is None": """
        return bucket.get_key("missing") is None, bucket.get_key("a").size
    """,
    "K3 lookup of a key": """
        return bucket.lookup("missing"), bucket.lookup("a").name
    """,
    "K4 keys that are made": """
        one, two, three = Key(bucket), bucket.new_key("two"), Key(bucket, "three")
        one.key = "one"
        for key in (one, two, three):
            key.set_contents_from_string(key.name)
        return one.name, two.name, three.key
    """,
    "K4 a key without a name is named after its content": """
        names = []
        for wanted in ("four", None):
            key = Key(bucket, wanted)
            key.set_contents_from_string("text")
            names.append(key.name)
        return names, [key.name for key in bucket]
    """,
    "K5 exists": """
        return Key(bucket, "a").exists(), Key(bucket, "missing").exists()
    """,
    "K7 bytes, or text on demand": """
        key = bucket.get_key("a")
        return key.get_contents_as_string(), key.get_contents_as_string(encoding="utf-8")
    """,
    "K8 a download has the object's time": """
        import os
        path = os.path.join(folder, "a")
        key = bucket.get_key("a")
        key.get_contents_to_filename(path)
        import email.utils
        changed = email.utils.mktime_tz(email.utils.parsedate_tz(key.last_modified))
        return open(path, "rb").read(), int(os.stat(path).st_mtime) == changed
    """,
    "K8 a failed download leaves no file": """
        import os
        path = os.path.join(folder, "a")
        open(path, "w").close()
        try:
            Key(bucket, "missing").get_contents_to_filename(path)
        except S3ResponseError as error:
            return error.status, os.path.exists(path)
    """,
    "K9 a download into an open file": """
        out = io.BytesIO(b"")
        bucket.get_key("a").get_contents_to_file(out)
        return out.getvalue(), out.closed
    """,
    "K10 a range": """
        return bucket.get_key("dir/b").get_contents_as_string(headers={"Range": "bytes=0-2"})
    """,
    "K11 progress": """
        seen = []
        bucket.get_key("a").get_contents_to_file(io.BytesIO(), cb=lambda done, total: seen.append((done, total)))
        return seen
    """,
    "K12 all is read again": """
        key = bucket.get_key("a")
        return key.read(), key.read()
    """,
    "K13 in pieces to the end and on": """
        key = bucket.get_key("dir/b")
        return [key.read(2) for _ in range(5)]
    """,
    "K14 chunks": """
        Key(bucket, "big").set_contents_from_string("x" * 20000)
        return [len(chunk) for chunk in bucket.get_key("big")]
    """,
    "K16 close and read again": """
        key = bucket.get_key("a")
        key.open_read()
        key.close()
        return key.read()
    """,
    "W1 the type comes from the file's name": """
        import os
        path = os.path.join(folder, "page.html")
        with open(path, "w") as file:
            file.write("<p>")
        sent = Key(bucket, "plain").set_contents_from_filename(path)
        return sent, bucket.get_key("plain").content_type
    """,
    "W2 the type of strings": """
        Key(bucket, "page.html").set_contents_from_string("<p>")
        return bucket.get_key("page.html").content_type
    """,
    "W3 the tag is the digest": """
        import hashlib
        key = Key(bucket, "k")
        key.set_contents_from_string("content")
        return key.etag == '"%s"' % hashlib.md5(b"content").hexdigest(), key.md5
    """,
    "W4 the number of bytes": """
        key = Key(bucket, "k")
        return key.set_contents_from_string("four"), key.set_contents_from_string(""), key.size
    """,
    "W5 what is there stays": """
        return Key(bucket, "a").set_contents_from_string("new", replace=False), bucket.get_key("a").read()
    """,
    "W6 a file at its end is refused": """
        file = io.BytesIO(b"content")
        file.read()
        try:
            Key(bucket, "k").set_contents_from_file(file)
        except AttributeError as error:
            return str(error)
    """,
    "W7 rewind": """
        file = io.BytesIO(b"content")
        file.read()
        return Key(bucket, "k").set_contents_from_file(file, rewind=True)
    """,
    "W8 W10 a part of a file from where it stands": """
        file = io.BytesIO(b"0123456789")
        file.read(2)
        return Key(bucket, "k").set_contents_from_file(file, size=4), file.tell(), bucket.get_key("k").read()
    """,
    "W9 the file stays open": """
        file = io.BytesIO(b"content")
        Key(bucket, "k").set_contents_from_file(file)
        return file.closed, file.tell()
    """,
    "W12 text is UTF-8": """
        Key(bucket, "k").set_contents_from_string(u"caf\\u00e9")
        return bucket.get_key("k").read()
    """,
    "W13 a fetched key sends what it knows": """
        key = Key(bucket, "k")
        key.set_metadata("colour", "blue")
        key.set_contents_from_string("1", headers={"Content-Type": "text/plain"})
        again = bucket.get_key("k")
        again.set_contents_from_string("2")
        last = bucket.get_key("k")
        return last.content_type, last.get_metadata("colour"), last.read()
    """,
    "W14 W15 W16 policy, class and encryption": """
        Key(bucket, "k").set_contents_from_string("1", policy="public-read", reduced_redundancy=True, encrypt_key=True)
        return bucket.get_key("k").storage_class
    """,
    "W17 the caller's digest": """
        key = Key(bucket, "k")
        return key.set_contents_from_string("x", md5=key.get_md5_from_hexdigest("9dd4e461268c8034f5c8564e155c67a6"))
    """,
    "W19 headers": """
        headers = {"Content-Type": "text/css", "Cache-Control": "no-cache", "x-amz-meta-who": "me"}
        Key(bucket, "k").set_contents_from_string("1", headers=headers)
        key = bucket.get_key("k")
        return key.content_type, key.cache_control, key.get_metadata("who")
    """,
    "W22 what the key knows afterwards": """
        key = Key(bucket, "k")
        key.set_contents_from_string("1234")
        return key.size, key.etag, key.md5, key.name, key.bucket.name
    """,
    "M1 names that are headers": """
        key = Key(bucket, "k")
        key.set_metadata("Content-Type", "text/css")
        key.set_metadata("Cache-Control", "no-cache")
        key.set_metadata("who", "me")
        key.set_contents_from_string("1")
        found = bucket.get_key("k")
        return found.content_type, found.cache_control, found.metadata
    """,
    "M2 the type is set on the key": """
        key = Key(bucket, "k")
        key.content_type = "text/css"
        key.set_contents_from_string("1")
        return bucket.get_key("k").content_type
    """,
    "M3 metadata that is not ASCII": """
        key = Key(bucket, "k")
        key.set_metadata("city", u"M\\u00fcnchen")
        key.set_contents_from_string("1")
        return bucket.get_key("k").get_metadata("city")
    """,
    "M6 metadata of the object itself": """
        bucket.get_key("a").set_remote_metadata({"x": "y"}, {}, True)
        return bucket.get_key("a").get_metadata("x"), bucket.get_key("a").read()
    """,
    "9.3 times": """
        listed = [k.last_modified for k in bucket.list()]
        return listed[0], bucket.get_key("a").last_modified
    """,
    "D1 D3 D4 deletions": """
        gone = bucket.delete_key("a")
        result = bucket.delete_keys(["dir/b", "missing"])
        return gone.name, sorted(d.key for d in result.deleted), result.errors
    """,
    "D3 nothing to delete": """
        return bucket.delete_keys([]).deleted, len(list(bucket))
    """,
    "D6 D7 copies": """
        bucket.copy_key("one", "bucket", "a")
        bucket.copy_key("two", "bucket", "a", metadata={"x": "y", "Content-Type": "text/css"})
        two = bucket.get_key("two")
        return bucket.get_key("one").read(), two.get_metadata("x"), two.content_type
    """,
    "D8 a copy onto itself": """
        return bucket.copy_key("a", "bucket", "a").name
    """,
    "D13 a key is copied": """
        copied = bucket.get_key("a").copy("bucket", "copied")
        return copied.name, bucket.get_key("copied").read()
    """,
    "D18 versioning": """
        before = bucket.get_versioning_status()
        bucket.configure_versioning(True)
        return before, bucket.get_versioning_status().get("Versioning")
    """,
    "A1 A3 canned rights": """
        bucket.set_acl("public-read")
        bucket.get_key("a").make_public()
        bucket.set_canned_acl("private", "dir/b")
        return [g.permission for g in bucket.get_key("a").get_acl().acl.grants]
    """,
    "A9 no policy": """
        try:
            bucket.get_policy()
        except S3ResponseError as error:
            return error.status, error.error_code
    """,
    "A16 tags": """
        from boto.s3.tagging import Tags, TagSet
        tags, inner = Tags(), TagSet()
        inner.add_tag("team", "web")
        tags.add_tag_set(inner)
        bucket.set_tags(tags)
        return [(tag.key, tag.value) for tag in bucket.get_tags()[0]]
    """,
    "P1 P3 parts": """
        upload = bucket.initiate_multipart_upload("parts", metadata={"x": "y"})
        upload.upload_part_from_file(io.BytesIO(b"content"), 1)
        sizes = [part.size for part in upload]
        done = upload.complete_upload()
        return upload.key_name, sizes, done.key_name, bucket.get_key("parts").read()
    """,
    "P8 uploads that are not over": """
        bucket.initiate_multipart_upload("left")
        for upload in bucket.get_all_multipart_uploads():
            upload.cancel_upload()
        return len(bucket.get_all_multipart_uploads())
    """,
    "G2 truth of what was found": """
        return [bool(bucket.get_key(name)) for name in ("a", "missing")]
    """,
    "G12 shown as text": """
        return "%s %s" % (bucket, bucket.get_key("a")), str(bucket.get_key("a"))
    """,
    "unsafe: set_metadata keeps the content": """
        key = bucket.get_key("a")
        key.set_metadata("x", "y")
        return key.get_metadata("x"), bucket.get_key("a").read(), bucket.get_key("a").content_type
    """,
    "unsafe: get_metadata of a name that is not there": """
        return bucket.get_key("a").get_metadata("missing")
    """,
    "unsafe: get_key of a name that is not there": """
        key = bucket.get_key("missing")
        return "there" if key else "not there"
    """,
}

GUIDE = {
    "guide: creating a bucket": """
        conn.create_bucket("mybucket")
        return sorted(b.name for b in conn)
    """,
    "guide: storing data": """
        key = Key(bucket)
        key.key = "hello.txt"
        key.set_contents_from_string("Hello World!")
        return key.key
    """,
    "guide: accessing a bucket": """
        found = conn.get_bucket("bucket", validate=False)
        exists = conn.lookup("bucket")
        return found.name, exists is not None
    """,
    "guide: deleting a bucket": """
        for key in bucket:
            key.delete()
        bucket.delete()
        return [b.name for b in conn]
    """,
    "guide: iteration of buckets and keys": """
        found = []
        for one in conn:
            for key in one:
                found.append(key.name)
        return found
    """,
    "guide: access controls": """
        bucket.set_acl("public-read")
        key = bucket.get_key("a")
        key.set_acl("public-read")
        return sorted(grant.permission for grant in bucket.get_acl().acl.grants)
    """,
    "guide: grants": """
        acp = bucket.get_acl()
        for grant in acp.acl.grants:
            assert grant.id or grant.uri
        return [grant.permission for grant in acp.acl.grants]
    """,
    "guide: key metadata": """
        key = bucket.get_key("a")
        key.set_metadata("meta1", "This is my metadata value")
        return key.get_metadata("meta1"), bucket.get_key("a").read()
    """,
    "guide: managing CORS": """
        from boto.s3.cors import CORSConfiguration
        config = CORSConfiguration()
        config.add_rule("GET", "*")
        bucket.set_cors(config)
        rules = [(rule.allowed_method, rule.allowed_origin) for rule in bucket.get_cors()]
        bucket.delete_cors()
        return rules
    """,
}
"""What boto3's guide "Migrating from Boto 2.x" shows of S3."""

VERSIONED = {
    "L6 versions and markers in order": """
        bucket.delete_key("a")
        found = [(v.name, isinstance(v, DeleteMarker), v.is_latest) for v in bucket.list_versions()]
        return sorted(found)  # the fake answers with all markers at the end, where S3 has them among the versions
    """,
    "K15 a fetched key reads its own version": """
        key = bucket.get_key("a")
        bucket.new_key("a").set_contents_from_string("newer")
        return key.get_contents_as_string(), bucket.get_key("a").get_contents_as_string()
    """,
    "D2 a fetched key deletes its own version": """
        bucket.get_key("a").delete()
        return [v.name for v in bucket.list_versions(prefix="a")]
    """,
    "D2 a written key deletes its own version": """
        key = bucket.new_key("a")
        key.set_contents_from_string("newer")
        key.delete()
        return bucket.get_key("a").read()
    """,
    "D20 all versions go": """
        result = bucket.delete_keys(bucket.list_versions())
        return len(result.deleted), [v.name for v in bucket.list_versions()]
    """,
}

TABLES = {"plain": Programs(PLAIN | GUIDE), "versioned": Programs(VERSIONED)}
CASES = [(table, name) for table, programs in TABLES.items() for name in programs.names]


@pytest.mark.parametrize("style", [Style.CLIENT, Style.RESOURCE], ids=lambda style: style.value)
@pytest.mark.parametrize(("table", "name"), CASES, ids=[name for _, name in CASES])
def test_row(worlds: Worlds, tmp_path: Path, table: str, name: str, style: Style) -> None:
    versioned = table == "versioned"
    TABLES[table].check(name, style, worlds, tmp_path, versioned=versioned, settings=name.startswith("A"))
