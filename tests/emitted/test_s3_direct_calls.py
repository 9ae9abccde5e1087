"""The plain client calls that rows give instead of helpers, run beside the boto 2 calls that they stand for.

That the rows give exactly these is tests/catalog/test_s3_direct.py; here they have to leave the same state.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from boto.s3.key import Key
from s3_worlds import Worlds, with_keys

from codemods.emitted.s3_keys import _get_key
from codemods.emitted.s3_names import _at, _key
from codemods.emitted.s3_reading import _download, _get_string
from codemods.emitted.s3_writing import _upload

OCTETS = "application/octet-stream"
Pair = tuple[Callable[[Any], Any], Callable[[Any], Any]]


def _old_listed(bucket: Any) -> Any:
    for key in bucket.list("a"):
        key.delete()


def _new_listed(s3: Any) -> Any:
    for key in s3.list_objects(Bucket="bucket", Prefix="a")["Contents"]:
        s3.delete_object(Bucket="bucket", Key=_key(key["Key"]))


def _old_version(bucket: Any) -> Any:
    key = Key(bucket)
    key.key = "a/b"
    key.set_contents_from_string("first")
    bucket.new_key("a/b").set_contents_from_string("second")
    return key.get_contents_as_string(), key.etag, key.delete() and None


def _new_version(s3: Any) -> Any:
    key: dict[str, Any] = {"Bucket": "bucket", "Key": "a/b"}
    key.update(s3.put_object(Bucket="bucket", Key="a/b", Body="first", ContentType=OCTETS))
    s3.put_object(Bucket="bucket", Key="a/b", Body="second", ContentType=OCTETS)
    content = _get_string(s3, key)
    s3.delete_object(**_at(key))
    return content, key["ETag"], None


def _old_file(bucket: Any) -> Any:
    fp = io.BytesIO()
    bucket.get_key("a/b").get_contents_to_file(fp)
    return fp.getvalue()


def _new_file(s3: Any) -> Any:
    fp = io.BytesIO()
    shutil.copyfileobj(s3.get_object(**_at(_get_key(s3, "bucket", "a/b")))["Body"], fp)
    return fp.getvalue()


PAIRS: dict[str, Pair] = {
    "put": (
        lambda bucket: bucket.new_key("//a//c").set_contents_from_string("ü") and None,
        lambda s3: s3.put_object(Bucket="bucket", Key="a/c", Body="ü", ContentType=OCTETS) and None,
    ),
    "put with options": (
        lambda bucket: (
            bucket.new_key("c").set_contents_from_string(
                "x", {"Content-Type": "text/css"}, policy="public-read", reduced_redundancy=True, encrypt_key=True
            )
            and None
        ),
        lambda s3: (
            s3.put_object(
                Bucket="bucket",
                Key="c",
                Body="x",
                ContentType="text/css",
                ACL="public-read",
                StorageClass="REDUCED_REDUNDANCY",
                ServerSideEncryption="AES256",
            )
            and None
        ),
    ),
    "put, then what the version decides": (_old_version, _new_version),
    "get": (
        lambda bucket: bucket.new_key("/a//b").get_contents_as_string(encoding="utf-8"),
        lambda s3: s3.get_object(Bucket="bucket", Key="a/b")["Body"].read().decode("utf-8"),
    ),
    "get a range": (
        lambda bucket: bucket.new_key("a/b").get_contents_as_string({"Range": "bytes=1-2"}),
        lambda s3: s3.get_object(Bucket="bucket", Key="a/b", Range="bytes=1-2")["Body"].read(),
    ),
    "get into a file": (_old_file, _new_file),
    "delete what is listed": (_old_listed, _new_listed),
    "delete by name": (
        lambda bucket: bucket.delete_key("//a//b") and None,
        lambda s3: s3.delete_object(Bucket="bucket", Key="a/b") and None,
    ),
    "copy": (
        lambda bucket: bucket.copy_key("/new", "bucket", "a/b") and None,
        lambda s3: (
            s3.copy_object(
                Bucket="bucket",
                Key="new",
                CopySource={"Bucket": "bucket", "Key": "a/b"},
                StorageClass="STANDARD",
                MetadataDirective="COPY",
            )
            and None
        ),
    ),
    "canned ACLs": (
        lambda bucket: [bucket.set_acl("public-read"), bucket.set_acl("public-read", "a/b")].clear(),
        lambda s3: [
            s3.put_bucket_acl(Bucket="bucket", ACL="public-read"),
            s3.put_object_acl(Bucket="bucket", Key="a/b", ACL="public-read"),
        ].clear(),
    ),
    "versioning": (
        lambda bucket: bucket.configure_versioning(False) and None,
        lambda s3: (
            s3.put_bucket_versioning(
                Bucket="bucket", VersioningConfiguration={"Status": "Suspended", "MFADelete": "Disabled"}
            )
            and None
        ),
    ),
    "location": (
        lambda bucket: bucket.get_location(),
        lambda s3: s3.get_bucket_location(Bucket="bucket").get("LocationConstraint") or "",
    ),
    "names of buckets": (
        lambda bucket: [found.name for found in bucket.connection.get_all_buckets()],
        lambda s3: [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]],
    ),
    "an upload in parts": (
        lambda bucket: bucket.initiate_multipart_upload("/in//parts").key_name,
        lambda s3: s3.create_multipart_upload(Bucket="bucket", Key="in/parts")["Key"],
    ),
}


@pytest.mark.parametrize("versioned", [False, True])
@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_a_direct_call_is_as_right_as_the_helper(worlds: Worlds, pair: Pair, versioned: bool) -> None:
    old, new = pair
    worlds.same(
        lambda connection: old(connection.get_bucket("bucket")),
        new,
        with_keys("a/b", "a/b", "other", versioned=versioned, Metadata={"a": "b"}, ContentType="text/x-old"),
        settings=True,
    )


def test_files_up_and_down(worlds: Worlds, tmp_path: Path) -> None:
    path, copy = tmp_path / "page.html", tmp_path / "copy"
    path.write_text("<p>")

    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        size = bucket.new_key("/page").set_contents_from_filename(str(path), policy="public-read")
        bucket.get_key("page").get_contents_to_filename(str(copy))
        return size, copy.read_text(), copy.stat().st_mtime % 1

    def new(s3: Any) -> Any:
        size = _upload(s3, str(path), Bucket="bucket", Key="page", ACL="public-read")
        _download(s3, str(copy), **_at(_get_key(s3, "bucket", "page")))
        return size, copy.read_text(), copy.stat().st_mtime % 1

    worlds.same(old, new, with_keys(versioned=True))
