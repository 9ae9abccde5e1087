"""Downloads: what arrives, what the key learns, versions, callbacks, and keys that are read like files."""

from __future__ import annotations

import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from boto.s3.key import Key
from botocore.exceptions import ClientError
from s3_worlds import Worlds, with_bucket, with_keys

from codemods.emitted import s3_keys, s3_metadata, s3_names, s3_reading, s3_writing

FULL = {
    "ContentType": "text/css",
    "Metadata": {"colour": "gr%C3%BCn", "plus": "A plus (+)"},
    "CacheControl": "no-cache",
    "ContentDisposition": "attachment",
    "ContentEncoding": "identity",
    "ContentLanguage": "de",
    "Expires": "Thu, 01 Dec 1994 16:00:00 GMT",
    "ServerSideEncryption": "AES256",
    "StorageClass": "STANDARD_IA",
}

ATTRIBUTES = {
    "name": "Key",
    "size": "Size",
    "etag": "ETag",
    "cache_control": "CacheControl",
    "content_disposition": "ContentDisposition",
    "content_encoding": "ContentEncoding",
    "content_language": "ContentLanguage",
    "version_id": "VersionId",
    "encrypted": "ServerSideEncryption",
    "owner": "Owner",
}


def knows(key: Any) -> Any:
    """What a key, of either kind, knows after a look-up or a download."""
    if isinstance(key, dict):
        return {old: key.get(new) for old, new in ATTRIBUTES.items()} | {
            "expires": s3_keys._expires(key),
            "last_modified": s3_keys._last_modified(key),
            "content_type": key.get("ContentType", "application/octet-stream"),
            "metadata": key.get("Metadata", {}),
            "md5": key.get("MD5"),
            "base64md5": s3_keys._base64md5(key),
            "delete_marker": key.get("DeleteMarker", False),
            "is_latest": key.get("IsLatest", False),
        }
    attributes = [*ATTRIBUTES, "last_modified", "content_type", "metadata", "md5", "base64md5"]
    known = {old: getattr(key, old) for old in [*attributes, "delete_marker", "is_latest"]}
    return known | {"expires": getattr(key, "expires", None)}


@pytest.mark.parametrize("parameters", [{}, FULL], ids=["plain", "full"])
def test_get_key(worlds: Worlds, parameters: dict[str, Any]) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        key = bucket.get_key("/a//b")
        given = knows(key), key.content_length, key.storage_class
        return *given, bucket.lookup("a/b").etag, key.exists(), "a/b" in bucket

    def new(s3: Any) -> Any:
        key = s3_keys._get_key(s3, "bucket", "/a//b")
        given = knows(key), str(key["ContentLength"]), s3_keys._storage_class(s3, key)
        looked_up = s3_keys._lookup_key(s3, "bucket", "a/b")
        return *given, looked_up["ETag"], s3_keys._exists(s3, key), s3_keys._has_key(s3, "bucket", "a/b")

    worlds.same(old, new, with_keys("a/b", **parameters))


def test_a_key_that_is_not_there(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket, missing = connection.get_bucket("bucket"), connection.get_bucket("missing", validate=False)
        fresh = Key(bucket, "k")
        return [
            bucket.get_key("k"),
            bucket.lookup("k"),
            "k" in bucket,
            fresh.exists(),
            missing.get_key("k"),
            fresh.storage_class,
            fresh.md5,
            fresh.base64md5,
        ]

    def new(s3: Any) -> Any:
        fresh = {"Bucket": "bucket", "Key": "k"}
        return [
            s3_keys._get_key(s3, "bucket", "k"),
            s3_keys._lookup_key(s3, "bucket", "k"),
            s3_keys._has_key(s3, "bucket", "k"),
            s3_keys._exists(s3, fresh),
            s3_keys._get_key(s3, "missing", "k"),
            s3_keys._storage_class(s3, fresh),
            fresh.get("MD5"),
            s3_keys._base64md5(fresh),
        ]

    worlds.same(old, new, with_bucket)


def test_only_a_missing_key_is_none(worlds: Worlds) -> None:
    """A look-up that is forbidden raises, as on boto 2; moto answers 412 where a real S3 might answer 403."""
    worlds.reset()
    with_keys("k")(worlds.client)
    with pytest.raises(ClientError):
        s3_keys._get_key(worlds.client, "bucket", "k", headers={"If-Match": '"0"'})


def test_versions_are_pinned(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        first = bucket.get_key("k")
        first_id = first.version_id
        written = bucket.new_key("k")
        written.set_contents_from_string("second")
        second_id = written.version_id
        bucket.new_key("k").set_contents_from_string("third")
        listed = next(iter(bucket))
        return [
            first.get_contents_as_string(),
            written.get_contents_as_string(),
            first.get_contents_as_string(version_id=second_id),
            first.version_id == first_id,
            bucket.get_key("k", version_id=second_id).get_contents_as_string(),
            listed.version_id,
            listed.get_contents_as_string(),
            listed.version_id not in (None, first_id, second_id),
            first.read(),
            Key(bucket, "k").get_contents_as_string(version_id=first_id, encoding="utf-8"),
        ]

    def new(s3: Any) -> Any:
        first = s3_keys._get_key(s3, "bucket", "k")
        first_id = first["VersionId"]
        written: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}
        s3_writing._put_string(s3, written, "second")
        second_id = written["VersionId"]
        s3_writing._put_string(s3, {"Bucket": "bucket", "Key": "k"}, "third")
        listed: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}
        pinned = s3_keys._get_key(s3, "bucket", "k", version_id=second_id)
        fresh = {"Bucket": "bucket", "Key": "k"}
        assert s3.get_object(**s3_names._at(first))["Body"].read() == b"k"
        return [
            s3_reading._get_string(s3, first),
            s3_reading._get_string(s3, written),
            s3_reading._get_string(s3, first, version_id=second_id),
            first["VersionId"] == first_id,
            s3_reading._get_string(s3, pinned),
            listed.get("VersionId"),
            s3_reading._get_string(s3, listed),
            listed["VersionId"] not in (None, first_id, second_id),
            s3_reading._read(s3, first),
            s3_reading._get_string(s3, fresh, version_id=first_id, encoding="utf-8"),
        ]

    worlds.same(old, new, with_keys("k", versioned=True))


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"headers": {"Range": "bytes=1-2", "Content-Type": "ignored"}},
        {"response_headers": {"response-content-type": "foo/bar", "response-cache-control": "no-store"}},
        {"encoding": "utf-8"},
    ],
    ids=lambda arguments: ",".join(arguments) or "plain",
)
def test_get_string(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("//grün")
        return key.get_contents_as_string(**arguments), knows(key)

    def new(s3: Any) -> Any:
        key = {"Bucket": "bucket", "Key": "//grün"}
        return s3_reading._get_string(s3, key, **arguments), knows(key)

    worlds.same(old, new, with_keys("grün", **FULL))


def test_to_files(worlds: Worlds, tmp_path: Path) -> None:
    path = str(tmp_path / "file")

    def content() -> Any:
        return Path(path).read_bytes(), os.stat(path).st_mtime % 1

    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("k")
        fp = io.BytesIO(b"before ")
        fp.seek(7)
        results = [key.get_contents_to_file(fp), fp.getvalue(), fp.closed, key.get_file(fp), fp.getvalue()]
        return [*results, key.get_contents_to_filename(path), content(), knows(key)]

    def new(s3: Any) -> Any:
        key = {"Bucket": "bucket", "Key": "k"}
        fp = io.BytesIO(b"before ")
        fp.seek(7)
        results = [s3_reading._get_to_file(s3, key, fp), fp.getvalue(), fp.closed]
        results += [s3_reading._get_file(s3, key, fp), fp.getvalue()]
        return [*results, s3_reading._get_to_filename(s3, key, path), content(), knows(key)]

    worlds.same(old, new, with_keys("k"))
    changed = worlds.client.head_object(Bucket="bucket", Key="k")["LastModified"].timestamp()
    assert os.stat(path).st_mtime == changed
    os.utime(path, (0, 0))
    s3_reading._download(worlds.client, path, Bucket="bucket", Key="k")
    assert (os.stat(path).st_mtime, Path(path).read_bytes()) == (changed, b"k")


def test_a_failed_download_leaves_no_file(worlds: Worlds, tmp_path: Path) -> None:
    worlds.reset()
    with_bucket(worlds.client)
    path = tmp_path / "file"
    for download in (
        lambda: s3_reading._get_to_filename(worlds.client, {"Bucket": "bucket", "Key": "k"}, str(path)),
        lambda: s3_reading._download(worlds.client, str(path), Bucket="bucket", Key="k"),
    ):
        path.write_text("older")
        with pytest.raises(ClientError, match="NoSuchKey"):
            download()
        assert not path.exists()


@pytest.mark.parametrize("size", [0, 1, 2, 20, 21])
def test_the_callback_of_a_download(worlds: Worlds, size: int) -> None:
    ranged = [{}, {"Range": "bytes=0-3"}] if size > 4 else [{}]
    options = [(num_cb, headers) for num_cb in (-1, 0, 1, 2, 3, 4, 6, 10, 1000) for headers in ranged]

    def prepare(s3: Any) -> None:
        with_bucket(s3)
        s3.put_object(Bucket="bucket", Key="k", Body=b"x" * size)

    def old(connection: Any) -> Any:
        calls: list[Any] = []
        for num_cb, headers in options:
            key = connection.get_bucket("bucket").new_key("k")
            key.BufferSize = 2
            key.get_contents_as_string(dict(headers), cb=lambda *done: calls.append(done), num_cb=num_cb)
        return calls

    def new(s3: Any) -> Any:
        calls: list[Any] = []
        for num_cb, headers in options:
            key = {"Bucket": "bucket", "Key": "k", "BufferSize": 2}
            s3_reading._get_string(s3, key, headers, cb=lambda *done: calls.append(done), num_cb=num_cb)
        return calls

    worlds.same(old, new, prepare)


def large(s3: Any) -> None:
    """A world with an object of 20,000 bytes."""
    with_bucket(s3)
    s3.put_object(Bucket="bucket", Key="k", Body=bytes(range(250)) * 80)


STEPS = {
    "twice": ["read", "read"],
    "in pieces": [5, 7, "read", "read", 3],
    "past the end": [30000, 5, 5, 0],
    "closed between": [5, "close", 5, "close", "fast", 3],
    "opened first": ["open", 5, "open", 5, "string"],
    "as chunks": [5, "chunks", 5],
    "a download in between": ["string", 5, "string", 5],
    "next": ["next", "next", "next", "next", "next"],
}


@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_a_key_as_a_file(worlds: Worlds, steps: list[Any]) -> None:
    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("k")
        does = {
            "read": key.read,
            "close": key.close,
            "fast": lambda: key.close(fast=True),
            "open": key.open,
            "chunks": lambda: list(key),
            "string": key.get_contents_as_string,
            "next": lambda: next(key, "end"),
        }
        return [does[step]() if isinstance(step, str) else key.read(step) for step in steps], key.size

    def new(s3: Any) -> Any:
        key: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}

        def following() -> Any:
            try:
                return s3_reading._next_chunk(s3, key)
            except StopIteration:
                return "end"

        does = {
            "read": lambda: s3_reading._read(s3, key),
            "close": lambda: s3_reading._close(key),
            "fast": lambda: s3_reading._close(key, fast=True),
            "open": lambda: s3_reading._open_mode(s3, key),
            "chunks": lambda: list(s3_reading._chunks(s3, key)),
            "string": lambda: s3_reading._get_string(s3, key),
            "next": following,
        }
        given = [does[step]() if isinstance(step, str) else s3_reading._read(s3, key, step) for step in steps]
        return given, key.get("Size")

    worlds.same(old, new, large)


def test_a_key_for_code_that_reads_files(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        fp = io.BytesIO()
        shutil.copyfileobj(connection.get_bucket("bucket").new_key("k"), fp)
        return fp.getvalue(), json.load(connection.get_bucket("bucket").new_key("json"))

    def new(s3: Any) -> Any:
        fp = io.BytesIO()
        shutil.copyfileobj(s3_reading._body(s3, {"Bucket": "bucket", "Key": "k"}), fp)
        return fp.getvalue(), json.load(s3_reading._body(s3, {"Bucket": "bucket", "Key": "json"}))

    def prepare(s3: Any) -> None:
        large(s3)
        s3.put_object(Bucket="bucket", Key="json", Body=b'{"a": 1}')

    worlds.same(old, new, prepare)


def test_restored_archives() -> None:
    """What boto 2 reads out of the x-amz-restore header; moto has no archives that take their time."""
    for header in (
        None,
        'ongoing-request="true"',
        'ongoing-request="false", expiry-date="Fri, 23 Dec 2012 00:00:00 GMT"',
    ):
        old = Key()
        old.bucket = type("Bucket", (), {"connection": type("C", (), {"provider": _Provider})})
        old.handle_restore_headers(type("R", (), {"getheader": lambda self, name, header=header: header})())
        new = {"Restore": header} if header else {}
        assert s3_keys._ongoing_restore(new) == old.ongoing_restore
        assert s3_keys._expiry_date(new) == old.expiry_date


class _Provider:
    restore_header = "x-amz-restore"


def test_remote_metadata(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        remote = connection.get_bucket("bucket").get_key("k")._get_remote_metadata()
        return {name: value for name, value in remote.items() if name != "content-md5"}

    worlds.same(
        old,
        lambda s3: s3_metadata._remote_metadata(s3_keys._get_key(s3, "bucket", "k")),
        with_keys("k", **FULL),
    )


def test_what_boto3_cannot_do_is_refused(worlds: Worlds) -> None:
    key = {"Bucket": "bucket", "Key": "k"}
    for refused in (
        lambda: s3_reading._get_string(worlds.client, key, torrent=True),
        lambda: s3_reading._get_to_file(worlds.client, key, io.BytesIO(), res_download_handler=object()),
        lambda: s3_reading._open_read(worlds.client, key, query_args="torrent"),
        lambda: s3_reading._open_mode(worlds.client, key, "w"),
    ):
        with pytest.raises(ValueError):
            refused()


@pytest.mark.parametrize("name", ["a", "/a", "//a//b/", "a///b", "grün", b"gr\xc3\xbcn", 5, {"Key": "/k"}])
def test_names_in_urls(worlds: Worlds, name: Any) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        Key(bucket, Key(bucket, name["Key"]) if isinstance(name, dict) else name).set_contents_from_string("x")

    def new(s3: Any) -> Any:
        s3_writing._put_string(s3, {"Bucket": "bucket", "Key": name}, "x")

    worlds.same(old, new, with_bucket)
