"""Uploads: content, headers and metadata, the value, and what the key knows afterwards, as on boto 2."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from boto.s3.key import Key
from botocore.exceptions import ClientError, ConnectionClosedError
from s3_worlds import Worlds, with_bucket, with_keys

from codemods.emitted import s3_keys, s3_metadata, s3_writing

KNOWN = {
    "size": "Size",
    "etag": "ETag",
    "md5": "MD5",
    "content_encoding": "ContentEncoding",
    "content_language": "ContentLanguage",
}


def knows(key: Any) -> Any:
    """What a key, of either kind, knows after an upload."""
    if isinstance(key, dict):
        known = {old: key.get(new) for old, new in KNOWN.items()}
        known["content_type"] = key.get("ContentType", "application/octet-stream")
        known["base64md5"] = s3_keys._base64md5(key)
        return {**known, "version_id": key.get("VersionId"), "metadata": key.get("Metadata", {})}
    known = {old: getattr(key, old) for old in KNOWN}
    known["content_type"], known["base64md5"] = key.content_type, key.base64md5
    return {**known, "version_id": key.version_id, "metadata": key.metadata}


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"headers": {"Content-Type": "text/html", "Cache-Control": "no-cache"}},
        {"headers": {"content-type": "text/plain", "Content-Encoding": "gzip", "content-language": "de"}},
        {"headers": {"Content-Type": None, "Content-Length": 5, "User-Agent": "me"}},
        {
            "headers": {
                "x-amz-meta-Colour": "grün, 100%",
                "Content-Disposition": "attachment; filename=ä b.txt",
            }
        },
        {"headers": {"Expires": "Thu, 01 Dec 1994 16:00:00 GMT", "x-amz-storage-class": "STANDARD_IA"}},
        {"policy": "public-read"},
        {"reduced_redundancy": True},
        {"encrypt_key": True},
        {"replace": True},
        {"md5": ("5d41402abc4b2a76b9719d911017c592", "XUFAKrxLKna5cZ2REBfFkg==")},
    ],
    ids=lambda arguments: ",".join(arguments) or "plain",
)
def test_put_string(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("/a//b")
        return key.set_contents_from_string("hello", **arguments), knows(key)

    def new(s3: Any) -> Any:
        key = {"Bucket": "bucket", "Key": "/a//b"}
        return s3_writing._put_string(s3, key, "hello", **arguments), knows(key)

    assert worlds.same(old, new, with_bucket)[0] == 5


@pytest.mark.parametrize("content", ["", "grün", b"\x00\xff", "x" * 20000])
def test_what_a_string_may_hold(worlds: Worlds, content: Any) -> None:
    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("k")
        return key.set_contents_from_string(content), knows(key)

    def new(s3: Any) -> Any:
        key = {"Bucket": "bucket", "Key": "k"}
        return s3_writing._put_string(s3, key, content), knows(key)

    worlds.same(old, new, with_bucket)


def test_none_never_empties_an_object(worlds: Worlds) -> None:
    worlds.reset()
    with_keys("k")(worlds.client)
    with pytest.raises(AttributeError):
        s3_writing._put_string(worlds.client, {"Bucket": "bucket", "Key": "k"}, None)
    assert worlds.client.get_object(Bucket="bucket", Key="k")["Body"].read() == b"k"


@pytest.mark.parametrize("name", ["k", "other"])
def test_replace_false(worlds: Worlds, name: str) -> None:
    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key(name)
        return key.set_contents_from_string("new", replace=False), key.etag, key.size

    def new(s3: Any) -> Any:
        key = {"Bucket": "bucket", "Key": name}
        return s3_writing._put_string(s3, key, "new", replace=False), key.get("ETag"), key["Size"]

    worlds.same(old, new, with_keys("k"))


def test_a_key_without_a_name_is_named_after_its_content(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        key = Key(connection.get_bucket("bucket"))
        return key.set_contents_from_string("hello"), key.name

    def new(s3: Any) -> Any:
        key = {"Bucket": "bucket", "Key": None}
        return s3_writing._put_string(s3, key, "hello"), key["Key"]

    worlds.same(old, new, with_bucket)


def test_metadata_of_the_key(worlds: Worlds) -> None:
    metadata = {
        "Colour": "grün",
        "test-plus": "A plus (+)",
        "number": 5,
        "Cache-control": "public, max-age=500",
        "Content-Disposition": "filename=Schöne Zeit.txt",
        "content-type": "application/pdf",
        "Content-MD5": "XUFAKrxLKna5cZ2REBfFkg==",
        "Expires": "Thu, 01 Dec 1994 16:00:00 GMT",
        "date": "20130524T155935Z",
    }

    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("k")
        for name, value in metadata.items():
            key.set_metadata(name, value)
        key.cache_control = "ignored on boto 2"
        key.set_contents_from_string("hello")
        return key.metadata, key.content_type, key.content_disposition, key.get_metadata("Colour")

    def new(s3: Any) -> Any:
        key: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}
        for name, value in metadata.items():
            s3_metadata._set_metadata(key, name, value)
        key["CacheControl"] = "ignored on boto 2"
        s3_writing._put_string(s3, key, "hello")
        return key["Metadata"], key["ContentType"], key["ContentDisposition"], key["Metadata"]["Colour"]

    worlds.same(old, new, with_bucket)


def test_a_key_that_was_looked_up_sends_its_metadata_again(worlds: Worlds) -> None:
    prepare = with_keys(
        "k",
        ContentType="text/css",
        Metadata={"a": "1%C3%BC"},
        StorageClass="REDUCED_REDUNDANCY",
        CacheControl="no-cache",
        ServerSideEncryption="AES256",
    )

    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").get_key("k")
        return key.metadata, key.set_contents_from_string("new"), knows(key)

    def new(s3: Any) -> Any:
        key = s3_keys._get_key(s3, "bucket", "k")
        return key["Metadata"], s3_writing._put_string(s3, key, "new"), knows(key)

    worlds.same(old, new, prepare)


def test_a_key_that_is_used_again_and_again(worlds: Worlds, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>")

    def old(connection: Any) -> Any:
        key = Key(connection.get_bucket("bucket"))
        given = []
        key.key = "a"
        given.append((key.set_contents_from_string("1", headers={"Content-Type": "text/x-one"}), knows(key)))
        key.key = "b"
        given.append((key.set_contents_from_string("two"), knows(key)))
        key.name = "c"
        given.append((key.set_contents_from_filename(str(page), reduced_redundancy=True), knows(key)))
        key.name = "d"
        key.content_type = "text/plain"
        given.append((key.set_contents_from_string("four"), knows(key), key.storage_class))
        return given

    def new(s3: Any) -> Any:
        key = {"Bucket": "bucket", "Key": None}
        given = []
        key["Key"] = "a"
        one = {"Content-Type": "text/x-one"}
        given.append((s3_writing._put_string(s3, key, "1", headers=one), knows(key)))
        key["Key"] = "b"
        given.append((s3_writing._put_string(s3, key, "two"), knows(key)))
        key["Key"] = "c"
        given.append((s3_writing._put_filename(s3, key, str(page), reduced_redundancy=True), knows(key)))
        key["Key"] = "d"
        key["ContentType"] = "text/plain"
        put = s3_writing._put_string(s3, key, "four")
        given.append((put, knows(key), s3_keys._storage_class(s3, key)))
        return given

    worlds.same(old, new, with_bucket)


@pytest.mark.parametrize("name", ["a.html", "b.tar.gz", "c", "d.unknown"])
def test_the_content_type_of_a_file(worlds: Worlds, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"content")

    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("k")
        size = key.set_contents_from_filename(str(path))
        with path.open("rb") as fp:
            other = connection.get_bucket("bucket").new_key("other")
            return size, knows(key), other.set_contents_from_file(fp), knows(other), fp.tell(), fp.closed

    def new(s3: Any) -> Any:
        key: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}
        size = s3_writing._put_filename(s3, key, str(path))
        with path.open("rb") as fp:
            other: dict[str, Any] = {"Bucket": "bucket", "Key": "other"}
            return size, knows(key), s3_writing._put_file(s3, other, fp), knows(other), fp.tell(), fp.closed

    worlds.same(old, new, with_bucket)

    def lean(s3: Any) -> Any:
        with_bucket(s3)
        s3_writing._upload(s3, str(path), Bucket="bucket", Key="other")
        return s3_writing._upload(s3, str(path), Bucket="bucket", Key="k")

    state = worlds.state()
    assert worlds.new(lean) == 7
    assert worlds.state() == state


@pytest.mark.parametrize("open_", [io.StringIO, lambda text: io.BytesIO(text.encode())], ids=["text", "binary"])
@pytest.mark.parametrize(
    ("start", "arguments"),
    [(0, {}), (5, {}), (5, {"size": 5}), (5, {"rewind": True}), (0, {"size": 50}), (2, {"size": 0})],
)
def test_from_where_a_file_stands(worlds: Worlds, open_: Any, start: int, arguments: dict[str, Any]) -> None:
    def old(connection: Any) -> Any:
        fp = open_("01234567890123456789")
        fp.seek(start)
        key = connection.get_bucket("bucket").new_key("k")
        return key.set_contents_from_file(fp, **arguments), knows(key), fp.tell()

    def new(s3: Any) -> Any:
        fp = open_("01234567890123456789")
        fp.seek(start)
        key: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}
        return s3_writing._put_file(s3, key, fp, **arguments), knows(key), fp.tell()

    worlds.same(old, new, with_bucket)


def test_a_file_that_nobody_rewound_is_refused(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        fp = io.StringIO("abcde")
        fp.read()
        with pytest.raises(AttributeError, match="fp is at EOF"):
            connection.get_bucket("bucket").new_key("k").set_contents_from_file(fp)
        return connection.get_bucket("bucket").new_key("empty").set_contents_from_file(io.StringIO())

    def new(s3: Any) -> Any:
        fp = io.StringIO("abcde")
        fp.read()
        with pytest.raises(AttributeError, match="fp is at EOF"):
            s3_writing._put_file(s3, {"Bucket": "bucket", "Key": "k"}, fp)
        return s3_writing._put_file(s3, {"Bucket": "bucket", "Key": "empty"}, io.StringIO())

    assert worlds.same(old, new, with_bucket) == 0


@pytest.mark.parametrize("how", ["string", "file"])
@pytest.mark.parametrize(("size", "step"), [(0, 2), (1, 2), (2, 2), (20, 2), (21, 2), (300000, None)])
def test_the_callback_of_an_upload(worlds: Worlds, size: int, step: int | None, how: str) -> None:
    content = "x" * size

    def old(connection: Any) -> Any:
        calls: list[Any] = []
        for num_cb in (-1, 0, 1, 2, 3, 4, 6, 10, 1000):
            key = connection.get_bucket("bucket").new_key("k")
            key.BufferSize = step or key.BufferSize
            options = {"cb": lambda *done: calls.append(done), "num_cb": num_cb}
            if how == "string":
                key.set_contents_from_string(content, **options)
            else:
                key.set_contents_from_file(io.StringIO(content), **options)
        return calls

    def new(s3: Any) -> Any:
        calls: list[Any] = []
        for num_cb in (-1, 0, 1, 2, 3, 4, 6, 10, 1000):
            key: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}
            if step:
                key["BufferSize"] = step
            options = {"cb": lambda *done: calls.append(done), "num_cb": num_cb}
            if how == "string":
                s3_writing._put_string(s3, key, content, **options)
            else:
                s3_writing._put_file(s3, key, io.StringIO(content), **options)
        return calls

    worlds.same(old, new, with_bucket)


def test_send_file(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("k")
        fp = io.BytesIO(b"0123456789")
        key.compute_md5(fp, size=4)
        return key.send_file(fp, size=4), key.size, key.md5, key.etag

    def new(s3: Any) -> Any:
        key: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}
        fp = io.BytesIO(b"0123456789")
        s3_writing._key_md5(key, fp, size=4)
        return s3_writing._send_file(s3, key, fp, size=4), key["Size"], key["MD5"], key["ETag"]

    worlds.same(old, new, with_bucket)


def test_an_upload_can_be_sent_again_from_where_the_file_stood(worlds: Worlds) -> None:
    """botocore rewinds a body to 0 before it tries again; that must be where the program's file stood."""
    worlds.reset()
    with_bucket(worlds.client)
    failures = [ConnectionClosedError(endpoint_url="http://localhost")]

    def fail(**_: Any) -> None:
        if failures:
            raise failures.pop()

    fp = io.BytesIO(b"0123456789")
    fp.seek(4)
    worlds.client.meta.events.register("before-send.s3.PutObject", fail)
    try:
        s3_writing._put_file(worlds.client, {"Bucket": "bucket", "Key": "k"}, fp)
    finally:
        worlds.client.meta.events.unregister("before-send.s3.PutObject", fail)
    assert not failures
    assert worlds.client.get_object(Bucket="bucket", Key="k")["Body"].read() == b"456789"


def test_a_version_is_known_after_an_upload(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("k")
        key.set_contents_from_string("1")
        first = key.version_id
        key.set_contents_from_string("2")
        return first is not None, key.version_id != first

    def new(s3: Any) -> Any:
        key: dict[str, Any] = {"Bucket": "bucket", "Key": "k"}
        s3_writing._put_string(s3, key, "1")
        first = key["VersionId"]
        s3_writing._put_string(s3, key, "2")
        return first is not None, key["VersionId"] != first

    assert worlds.same(old, new, with_keys(versioned=True)) == (True, True)


def test_an_upload_to_a_missing_bucket_is_a_client_error(worlds: Worlds) -> None:
    worlds.reset()
    with pytest.raises(ClientError, match="NoSuchBucket"):
        s3_writing._put_string(worlds.client, {"Bucket": "bucket", "Key": "k"}, "x")


@pytest.mark.parametrize("size", [None, 3, 50])
def test_compute_md5(size: int | None) -> None:
    fp, again = io.BytesIO(b"0123456789"), io.BytesIO(b"0123456789")
    fp.seek(2)
    again.seek(2)
    old, new = Key(), {"Bucket": "bucket", "Key": "k"}
    assert s3_writing._key_md5(new, fp, size) == old.compute_md5(again, size)
    assert (new["Size"], fp.tell()) == (old.size, again.tell())


def test_headers_that_no_parameter_stands_for_are_refused(worlds: Worlds) -> None:
    key = {"Bucket": "bucket", "Key": "k"}
    with pytest.raises(ValueError, match="no parameter for the header X-Robots-Tag"):
        s3_writing._put_string(worlds.client, key, "x", headers={"X-Robots-Tag": "all"})
    with pytest.raises(ValueError, match="query arguments"):
        s3_writing._put_file(worlds.client, key, io.BytesIO(b"x"), query_args="uploadId=1")


def test_an_upload_without_a_name_is_refused(worlds: Worlds) -> None:
    worlds.reset()
    worlds.client.create_bucket(Bucket="bucket")
    with pytest.raises(ValueError, match="no name"):
        s3_writing._upload_string(worlds.client, {"Bucket": "bucket", "Key": None}, "text")
    assert "Contents" not in worlds.client.list_objects_v2(Bucket="bucket")
