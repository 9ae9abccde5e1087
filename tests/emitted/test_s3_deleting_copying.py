"""Deletes and copies: exactly what was asked for, and no metadata, class or ACL lost on the way."""

from __future__ import annotations

from typing import Any

import pytest
from boto.s3.deletemarker import DeleteMarker
from boto.s3.key import Key
from boto.s3.prefix import Prefix
from s3_worlds import Worlds, with_bucket, with_keys

from codemods.emitted import s3_copying, s3_deleting, s3_keys, s3_listing, s3_writing


def told(key: Any) -> Any:
    """What a key says that stands for a deletion."""
    if isinstance(key, dict):
        return key["Key"], key["Bucket"], key.get("VersionId"), key.get("DeleteMarker", False)
    return key.name, key.bucket.name, key.version_id, key.delete_marker


@pytest.mark.parametrize("versioned", [False, True])
@pytest.mark.parametrize("name", ["a/b", "/a//b", "missing"])
def test_delete_key(worlds: Worlds, name: str, versioned: bool) -> None:
    worlds.same(
        lambda connection: told(connection.get_bucket("bucket").delete_key(name)),
        lambda s3: told(s3_deleting._delete_key(s3, "bucket", name)),
        with_keys("a/b", versioned=versioned),
    )


def test_delete_takes_the_version_that_the_key_holds(worlds: Worlds) -> None:
    """A key that was looked up or uploaded deletes its version for good, one from a listing adds a marker."""

    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        written = bucket.new_key("written")
        written.set_contents_from_string("x")
        keys = [bucket.get_key("looked up"), written, bucket.new_key("fresh"), *bucket.list("listed")]
        return [told(key.delete()) for key in keys]

    def new(s3: Any) -> Any:
        written: dict[str, Any] = {"Bucket": "bucket", "Key": "written"}
        s3_writing._put_string(s3, written, "x")
        keys = [s3_keys._get_key(s3, "bucket", "looked up"), written, {"Bucket": "bucket", "Key": "fresh"}]
        return [told(s3_deleting._delete(s3, key)) for key in [*keys, *s3_listing._list(s3, "bucket", "listed")]]

    worlds.same(old, new, with_keys("looked up", "looked up", "fresh", "listed", versioned=True))


def test_a_delete_without_a_name_is_refused(worlds: Worlds) -> None:
    with pytest.raises(ValueError, match="Empty key names"):
        s3_deleting._delete_key(worlds.client, "bucket", "")


def result(given: Any) -> Any:
    """What a deletion of many says, of either library."""
    if isinstance(given, dict):
        deleted = [(one["Key"], one.get("VersionId"), one.get("DeleteMarker", False)) for one in given["Deleted"]]
        return sorted(deleted), [(one["Key"], one["Code"], one["Message"]) for one in given["Errors"]]
    deleted = [(one.key, one.version_id, one.delete_marker) for one in given.deleted]
    return sorted(deleted), [(one.key, one.code, one.message) for one in given.errors]


def test_delete_keys(worlds: Worlds) -> None:
    old_keys = [
        "king",
        ("mice", None),
        Key(name="a/b"),
        Prefix(name="folder/"),
        5,
        DeleteMarker(name="gone"),
        "//x",
    ]
    new_keys = [
        "king",
        ("mice", None),
        {"Bucket": None, "Key": "a/b"},
        {"Bucket": "bucket", "Key": "folder/", "Prefix": "folder/"},
        5,
        {"Bucket": None, "Key": "gone", "DeleteMarker": True},
        "//x",
    ]
    worlds.same(
        lambda connection: result(connection.get_bucket("bucket").delete_keys(iter(old_keys))),
        lambda s3: result(s3_deleting._delete_keys(s3, "bucket", iter(new_keys))),
        with_keys("king", "a/b", "x", "stays"),
    )


@pytest.mark.parametrize("keys", [[], [{"bad": "type"}], [{"Bucket": None, "Key": None}]], ids=str)
def test_nothing_to_delete_sends_nothing(worlds: Worlds, keys: list[Any]) -> None:
    worlds.reset()
    with_keys("stays")(worlds.client)
    given = s3_deleting._delete_keys(worlds.client, "bucket", keys)
    assert (given["Deleted"], len(given["Errors"])) == ([], len(keys))
    assert [key["Key"] for key in s3_listing._list(worlds.client, "bucket")] == ["stays"]


def test_a_thousand_at_a_time(worlds: Worlds) -> None:
    sizes: list[int] = []
    worlds.reset()
    with_bucket(worlds.client)

    def count(params: Any, **_: Any) -> None:
        sizes.append(len(params["Delete"]["Objects"]))

    worlds.client.meta.events.register("before-parameter-build.s3.DeleteObjects", count)
    try:
        s3_deleting._delete_keys(worlds.client, "bucket", (str(number) for number in range(2001)))
    finally:
        worlds.client.meta.events.unregister("before-parameter-build.s3.DeleteObjects", count)
    assert sizes == [1000, 1000, 1]


def test_delete_keys_quietly_and_with_versions(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        key = bucket.get_key("a")
        return result(bucket.delete_keys([key], quiet=True)), result(bucket.delete_keys(bucket.list_versions("b")))

    def new(s3: Any) -> Any:
        key = s3_keys._get_key(s3, "bucket", "a")
        quiet = s3_deleting._delete_keys(s3, "bucket", [key], quiet=True)
        listed = s3_listing._list_versions(s3, "bucket", "b")
        return result(quiet), result(s3_deleting._delete_keys(s3, "bucket", listed))

    worlds.same(old, new, with_keys("a", "a", "b", "b", versioned=True))


SOURCE = {
    "ContentType": "text/css",
    "Metadata": {"colour": "red"},
    "CacheControl": "no-cache",
    "ACL": "public-read",
    "StorageClass": "STANDARD_IA",
}


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"metadata": {"new": "grün", "Content-Type": "text/plain", "cache-control": "no-store"}},
        {"metadata": {}},
        {"storage_class": "REDUCED_REDUNDANCY"},
        {"storage_class": None},
        {"preserve_acl": True},
        {"encrypt_key": True},
        {"headers": {"x-amz-acl": "authenticated-read", "Content-Type": "text/html"}},
    ],
    ids=str,
)
def test_copy_key(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        arguments_again = {name: dict(v) if isinstance(v, dict) else v for name, v in arguments.items()}
        key = bucket.copy_key("/new//name", "bucket", "a ü/b+c", **arguments_again)
        return key.name, key.bucket.name, key.etag, key.last_modified, key.version_id, key.size

    def new(s3: Any) -> Any:
        key = s3_copying._copy_key(s3, "bucket", "/new//name", "bucket", "a ü/b+c", **arguments)
        modified = s3_keys._last_modified(key)
        return key["Key"], key["Bucket"], key["ETag"], modified, key.get("VersionId"), key.get("Size")

    worlds.same(old, new, with_keys("a ü/b+c", **SOURCE))


def test_copy_a_version_onto_itself(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        first = bucket.get_key("k")
        bucket.new_key("k").set_contents_from_string("second")
        again = bucket.copy_key("k", "bucket", "k", src_version_id=first.version_id)
        first.copy(bucket, "copied")
        bucket.copy_key("k", "bucket", "k")
        return again.version_id != first.version_id, bucket.get_key("copied").get_contents_as_string()

    def new(s3: Any) -> Any:
        first = s3_keys._get_key(s3, "bucket", "k")
        s3_writing._put_string(s3, {"Bucket": "bucket", "Key": "k"}, "second")
        again = s3_copying._copy_key(s3, "bucket", "k", "bucket", "k", src_version_id=first["VersionId"])
        s3_copying._copy(s3, first, "bucket", "copied")
        s3_copying._copy_key(s3, "bucket", "k", "bucket", "k")
        content = s3.get_object(Bucket="bucket", Key="copied")["Body"].read()
        return again["VersionId"] != first["VersionId"], content

    worlds.same(old, new, with_keys("k", versioned=True))


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"reduced_redundancy": True},
        {"metadata": {"a": "b"}},
        {"preserve_acl": True, "encrypt_key": True},
        {"validate_dst_bucket": False},
    ],
    ids=str,
)
def test_copy(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def prepare(s3: Any) -> None:
        with_keys("k", **SOURCE)(s3)
        s3.create_bucket(Bucket="other")

    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        return [
            key.copy("other", name, **arguments).name
            for name, key in {
                "1": bucket.get_key("k"),
                "2": bucket.new_key("k"),
                "3": next(iter(bucket)),
            }.items()
        ]

    def new(s3: Any) -> Any:
        keys = {
            "1": s3_keys._get_key(s3, "bucket", "k"),
            "2": {"Bucket": "bucket", "Key": "k"},
            "3": next(iter(s3_listing._list(s3, "bucket"))),
        }
        return [s3_copying._copy(s3, key, "other", name, **arguments)["Key"] for name, key in keys.items()]

    worlds.same(old, new, prepare)


def test_a_copy_into_a_missing_bucket_fails(worlds: Worlds) -> None:
    worlds.reset()
    with_keys("k")(worlds.client)
    with pytest.raises(AttributeError):
        s3_copying._copy(worlds.client, {"Bucket": "bucket", "Key": "k"}, "missing", "k")


@pytest.mark.parametrize("new_class", ["STANDARD", "REDUCED_REDUNDANCY"])
def test_change_storage_class(worlds: Worlds, new_class: str) -> None:
    """STANDARD keeps the class that the key has: boto 2 did so, too."""

    def old(connection: Any) -> Any:
        return connection.get_bucket("bucket").get_key("k").change_storage_class(new_class).name

    def new(s3: Any) -> Any:
        return s3_copying._change_storage_class(s3, s3_keys._get_key(s3, "bucket", "k"), new_class)["Key"]

    worlds.same(old, new, with_keys("k", **SOURCE))
    with pytest.raises(ValueError, match="Invalid storage class: GLACIER"):
        s3_copying._change_storage_class(worlds.client, {"Bucket": "bucket", "Key": "k"}, "GLACIER")


@pytest.mark.parametrize("preserve_acl", [False, True])
def test_set_remote_metadata(worlds: Worlds, preserve_acl: bool) -> None:
    plus = {"x-amz-meta-New": "1", "Content-Type": "text/new"}

    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").get_key("k")
        key.content_md5 = None  # moto tells it, S3 does not
        return key.set_remote_metadata(plus, {"Cache-Control"}, preserve_acl)

    def new(s3: Any) -> Any:
        key = s3_keys._get_key(s3, "bucket", "k")
        return s3_copying._set_remote_metadata(s3, key, plus, {"Cache-Control"}, preserve_acl)

    worlds.same(old, new, with_keys("k", **SOURCE, ContentLanguage="de"))
