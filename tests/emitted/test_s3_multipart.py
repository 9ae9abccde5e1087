"""Multipart uploads, from the first request to the object."""

from __future__ import annotations

import io
from typing import Any

import pytest
from boto.s3.multipart import MultiPartUpload
from s3_worlds import Worlds, with_bucket, with_keys

from codemods.emitted import common, s3_listing, s3_multipart

PART = b"0123456789" * 600000  # more than the 5 MB that every part but the last must have


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"metadata": {"a": "1", "Content-Type": "text/css"}},
        {"headers": {"Content-Type": "text/plain"}, "policy": "public-read", "encrypt_key": True},
        {"reduced_redundancy": True},
    ],
    ids=str,
)
def test_upload_and_complete(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        upload = bucket.initiate_multipart_upload("//some//k", **arguments)
        keys = [upload.upload_part_from_file(io.BytesIO(PART), 1)]
        keys.append(upload.upload_part_from_file(io.StringIO("0123456789"), part_num=2, size=5))
        parts = [(part.part_number, part.etag, part.size, part.last_modified) for part in upload]
        told = [(key.etag, key.size, key.md5, key.name) for key in keys]
        done = upload.complete_upload()
        return upload.key_name, told, parts, done.key_name, done.bucket_name, done.etag, done.version_id

    def new(s3: Any) -> Any:
        upload = s3_multipart._initiate_multipart_upload(s3, "bucket", "//some//k", **arguments)
        keys = [s3_multipart._upload_part(s3, upload, io.BytesIO(PART), 1)]
        keys.append(s3_multipart._upload_part(s3, upload, io.StringIO("0123456789"), part_num=2, size=5))
        parts = [
            (part["PartNumber"], part["ETag"], part["Size"], common._iso_z(part["LastModified"]))
            for part in s3_multipart._parts(s3, upload)
        ]
        told = [(key["ETag"], key["Size"], key["MD5"], key["Key"]) for key in keys]
        done = s3_multipart._complete_upload(s3, upload)
        return upload["Key"], told, parts, done["Key"], done["Bucket"], done["ETag"], done.get("VersionId")

    worlds.same(old, new, with_bucket)


def test_an_upload_that_was_found_in_a_listing(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        bucket.initiate_multipart_upload("ü")
        upload = next(iter(bucket.list_multipart_uploads()))
        upload.upload_part_from_file(io.BytesIO(b"x"), 1)
        return upload.complete_upload().key_name

    def new(s3: Any) -> Any:
        s3_multipart._initiate_multipart_upload(s3, "bucket", "ü")
        upload = next(iter(s3_listing._list_uploads(s3, "bucket")))
        s3_multipart._upload_part(s3, upload, io.BytesIO(b"x"), 1)
        return s3_multipart._complete_upload(s3, upload)["Key"]

    worlds.same(old, new, with_bucket)


def test_parts_of_a_file_one_after_the_other(worlds: Worlds) -> None:
    calls: list[Any] = []

    def old(connection: Any) -> Any:
        calls.clear()
        fp = io.StringIO("01234567890123456789")
        upload = connection.get_bucket("bucket").initiate_multipart_upload("k")
        for number in (1, 2, 3):
            upload.upload_part_from_file(fp, number, size=5, cb=lambda *done: calls.append(done))
        upload.upload_part_from_file(fp, 4)
        page = upload.get_all_parts(max_parts=2)
        return fp.tell(), [part.etag for part in page], upload.is_truncated, upload.max_parts, calls

    def new(s3: Any) -> Any:
        calls.clear()
        fp = io.StringIO("01234567890123456789")
        upload = s3_multipart._initiate_multipart_upload(s3, "bucket", "k")
        for number in (1, 2, 3):
            s3_multipart._upload_part(s3, upload, fp, number, size=5, cb=lambda *done: calls.append(done))
        s3_multipart._upload_part(s3, upload, fp, 4)
        page = s3_multipart._get_all_parts(s3, upload, max_parts=2)
        return fp.tell(), [part["ETag"] for part in page], upload["IsTruncated"], upload["MaxParts"], calls

    worlds.same(old, new, with_bucket)


def test_parts_are_listed_page_by_page(worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> None:
    worlds.reset()
    with_bucket(worlds.client)
    upload = s3_multipart._initiate_multipart_upload(worlds.client, "bucket", "k")
    for number in range(1, 6):
        s3_multipart._upload_part(worlds.client, upload, io.BytesIO(b"x"), number)
    whole = s3_multipart._get_all_parts
    monkeypatch.setattr(s3_multipart, "_get_all_parts", lambda *args, **rest: whole(*args, max_parts=2, **rest))
    assert [part["PartNumber"] for part in s3_multipart._parts(worlds.client, upload)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("arguments", [{}, {"start": 0, "end": 5242880}], ids=str)
def test_copying_parts(worlds: Worlds, arguments: dict[str, Any]) -> None:
    def prepare(s3: Any) -> None:
        with_keys()(s3)
        s3.put_object(Bucket="bucket", Key="ä source", Body=PART)

    def old(connection: Any) -> Any:
        upload = connection.get_bucket("bucket").initiate_multipart_upload("k")
        key = upload.copy_part_from_key("bucket", "ä source", 1, **arguments)
        upload.complete_upload()
        return key.etag, key.last_modified

    def new(s3: Any) -> Any:
        upload = s3_multipart._initiate_multipart_upload(s3, "bucket", "k")
        key = s3_multipart._copy_part(s3, upload, "bucket", "ä source", 1, **arguments)
        s3_multipart._complete_upload(s3, upload)
        return key["ETag"], common._iso_z(key["LastModified"])

    worlds.same(old, new, prepare)


def test_parts_are_numbered_from_one(worlds: Worlds) -> None:
    upload = {"Bucket": "bucket", "Key": "k", "UploadId": "u"}
    for refused in (
        lambda: s3_multipart._upload_part(worlds.client, upload, io.BytesIO(b"x"), 0),
        lambda: s3_multipart._copy_part(worlds.client, upload, "bucket", "k", 0),
        lambda: MultiPartUpload().upload_part_from_file(io.BytesIO(b"x"), 0),
    ):
        with pytest.raises(ValueError, match="greater than zero"):
            refused()
