"""Listings: what they hold, in which order, page by page and complete; and lists of versions and uploads."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any
from unittest.mock import patch

import pytest
from boto.s3.bucket import Bucket
from boto.s3.deletemarker import DeleteMarker
from boto.s3.prefix import Prefix
from botocore.stub import Stubber
from s3_worlds import Worlds, masked, with_bucket, with_keys

from codemods.emitted import common, s3_keys, s3_listing

NAMES = ("a", "a/b", "a/c", "b", "c/d", "grün 1")


def told(item: Any) -> Any:
    """What a listed thing, of either library, says of itself."""
    if isinstance(item, Prefix):
        return "prefix", item.name, item.bucket.name
    if isinstance(item, dict) and "Prefix" in item:
        return "prefix", item["Key"], item["Bucket"]
    if isinstance(item, dict):
        kind = "marker" if "DeleteMarker" in item else "key"
        owner = item["Owner"]["ID"], item["Owner"]["DisplayName"]
        told = kind, item["Key"], item["Bucket"], owner, item.get("VersionId"), item.get("IsLatest", False)
        told += (s3_keys._last_modified(item),)
        if kind == "marker":
            return told
        return *told, item["Size"], item["ETag"], item["StorageClass"], item.get("ContentType", "absent")
    kind = "marker" if isinstance(item, DeleteMarker) else "key"
    owner = item.owner.id, item.owner.display_name
    told = kind, item.name, item.bucket.name, owner, item.version_id, item.is_latest, item.last_modified
    if kind == "marker":
        return told
    assert item.content_type == "application/octet-stream"
    return *told, item.size, item.etag, item.storage_class, "absent"


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"prefix": "a/"},
        {"prefix": "", "delimiter": "/"},
        {"prefix": "c", "delimiter": "/"},
        {"marker": "a/b"},
        {"prefix": "/a"},
        {"prefix": "nothing"},
        {"prefix": None, "encoding_type": "url"},
        {"headers": {"x-amz-request-payer": "requester"}},
    ],
    ids=str,
)
def test_list(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def old(connection: Any) -> Any:
        listing = connection.get_bucket("bucket").list(**arguments)
        return [told(item) for item in listing], len(list(listing)), bool(listing)

    def new(s3: Any) -> Any:
        listing = s3_listing._list(s3, "bucket", **arguments)
        return [told(item) for item in listing], len(list(listing)), bool(listing)

    worlds.same(old, new, with_keys(*NAMES))


@pytest.mark.parametrize("arguments", [{}, {"delimiter": "/"}, {"encoding_type": "url"}], ids=str)
def test_list_goes_on_after_a_page(worlds: Worlds, arguments: dict[str, Any]) -> None:
    """Pages of two, on both sides, so that a handful of keys shows what thousands would."""
    whole = Bucket.get_all_keys

    def small(params: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {**params, "MaxKeys": 2}

    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        with patch.object(bucket, "get_all_keys", lambda **rest: whole(bucket, max_keys=2, **rest)):
            return [told(item) for item in bucket.list(**arguments)]

    def new(s3: Any) -> Any:
        s3.meta.events.register("provide-client-params.s3.ListObjects", small)
        try:
            return [told(item) for item in s3_listing._list(s3, "bucket", **arguments)]
        finally:
            s3.meta.events.unregister("provide-client-params.s3.ListObjects", small)

    worlds.same(old, new, with_keys(*NAMES))


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"max_keys": 2},
        {"maxkeys": "2", "marker": "a"},
        {"max_keys": 2, "delimiter": "/"},
        {"prefix": b"a", "marker": None},
        {"max_keys": 1000, "prefix": 5},
    ],
    ids=str,
)
def test_a_page_of_keys(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def state(page: Any) -> Any:
        return [told(item) for item in page], page.is_truncated, page.next_marker, page.marker or None

    def old(connection: Any) -> Any:
        page = connection.get_bucket("bucket").get_all_keys(**arguments)
        return state(page), len(page), bool(page), getattr(page, "prefix", None)

    def new(s3: Any) -> Any:
        page = s3_listing._get_all_keys(s3, "bucket", **arguments)
        return state(page), len(page), bool(page), page.prefix or None

    worlds.same(old, new, with_keys(*NAMES))


def versions(s3: Any) -> None:
    """A world with versions and delete markers."""
    with_keys("a", "a", "b/c", "d", versioned=True)(s3)
    s3.delete_object(Bucket="bucket", Key="d")


@pytest.mark.parametrize("arguments", [{}, {"prefix": "a"}, {"delimiter": "/"}], ids=str)
def test_versions(worlds: Worlds, arguments: dict[str, Any]) -> None:
    """moto lists all versions and then all markers, S3 each object's together: the order is tested below."""

    def ordered(items: Any) -> Any:
        return sorted(map(str, masked([told(item) for item in items])))

    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        page = bucket.get_all_versions(**arguments)
        state = page.is_truncated, page.next_key_marker, page.next_version_id_marker
        return ordered(page), ordered(bucket.list_versions(**arguments)), state

    def new(s3: Any) -> Any:
        page = s3_listing._get_all_versions(s3, "bucket", **arguments)
        state = page.is_truncated, page.next_key_marker, page.next_version_id_marker
        listed = s3_listing._list_versions(s3, "bucket", **arguments)
        return ordered(page), ordered(listed), state

    worlds.same(old, new, versions)


def test_versions_come_in_the_order_of_s3(worlds: Worlds) -> None:
    """By name, the latest of each first, markers among versions; names by their bytes, as S3 orders them."""
    start = datetime(2020, 1, 1, tzinfo=timezone.utc)

    def one(name: str, version: str, latest: bool, age: int) -> dict[str, Any]:
        when = start - timedelta(seconds=age)
        return {"Key": name, "VersionId": version, "IsLatest": latest, "LastModified": when}

    response = {
        "IsTruncated": False,
        "Versions": [one("A", "5", True, 9), one("a", "3", False, 1), one("a", "1", False, 3)],
        "DeleteMarkers": [one("a", "4", True, 1), one("a", "2", False, 3), one("a\U0001f600", "6", True, 0)],
    }
    with Stubber(worlds.client) as stub:
        stub.add_response("list_object_versions", response)
        page = s3_listing._get_all_versions(worlds.client, "bucket")
    assert [item["VersionId"] for item in page] == ["5", "4", "3", "2", "1", "6"]
    assert ["DeleteMarker" in item for item in page] == [False, True, False, True, False, True]


@pytest.mark.parametrize("encoding_type", [None, "url"])
def test_versions_go_on_after_a_page(worlds: Worlds, encoding_type: str | None) -> None:
    page = s3_listing._get_all_versions

    def new(s3: Any) -> Any:
        small = patch.object(
            s3_listing, "_get_all_versions", lambda *args, **rest: page(*args, **{**rest, "max_keys": 1})
        )
        with small:
            listed = s3_listing._list_versions(s3, "bucket", encoding_type=encoding_type)
            return [item["Key"] for item in listed]

    assert worlds.new(new, versions) == ["a", "a", "b/c", "d", "d"]


def uploads(s3: Any) -> None:
    """A world with three uploads in progress."""
    with_bucket(s3)
    for name in ("a", "b/c", "d"):
        s3.create_multipart_upload(Bucket="bucket", Key=name)


@pytest.mark.parametrize("arguments", [{}, {"prefix": "b/"}, {"max_uploads": 2}], ids=str)
def test_uploads(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        page = bucket.get_all_multipart_uploads(**arguments)
        given = [(one.key_name, one.bucket.name, one.initiated, one.storage_class) for one in page]
        return given, page.is_truncated, [one.key_name for one in bucket.list_multipart_uploads()]

    def new(s3: Any) -> Any:
        page = s3_listing._get_all_uploads(s3, "bucket", **arguments)
        given = [(one["Key"], one["Bucket"], common._iso_z(one["Initiated"]), one["StorageClass"]) for one in page]
        return given, page.is_truncated, [one["Key"] for one in s3_listing._list_uploads(s3, "bucket")]

    worlds.same(old, new, uploads)
