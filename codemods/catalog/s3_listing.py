"""What listings give beside keys: prefixes and delete markers; and boto 2's classes for the listings themselves.

A listing is something to loop over, a page of one (`get_all_keys`) a list with boto 2's `is_truncated`, `next_marker`
and so on. Sources: boto/s3/prefix.py, boto/s3/deletemarker.py, boto/s3/bucketlistresultset.py.
"""

from __future__ import annotations

from codemods.catalog.s3_rows import PARSING, manual_attributes, manual_methods
from codemods.catalog.schema import BotoClass, BotoModule, Field, Form, Helped, Use
from codemods.code import Code
from codemods.emitted import s3_keys, s3_listing


def _last_modified(value: Code, use: Use) -> Code:
    return use.call(s3_keys._last_modified, use.member(""))


PREFIX = BotoClass(
    "boto.s3.prefix.Prefix",
    "s3.Prefix",
    Form.RECORD,
    (
        Helped("__init__", s3_listing._prefix, "s3.Prefix", client=False),
        Field("bucket", "Bucket", "s3.Bucket", sure=True),
        Field("name", "Key", sure=True),
        *manual_attributes("a provider is what boto 2 kept its headers in; name what you need of it", "provider"),
        *PARSING,
    ),
    also=("boto.s3.bucket.Prefix",),
    shape="CommonPrefix",
    resource="Object",  # as the keys among which it is listed, so that one loop can treat both alike
    test='"Prefix" in {}',
)

DELETE_MARKER = BotoClass(
    "boto.s3.deletemarker.DeleteMarker",
    "s3.DeleteMarker",
    Form.RECORD,
    (
        Helped("__init__", s3_listing._delete_marker, "s3.DeleteMarker", client=False),
        Field("bucket", "Bucket", "s3.Bucket", sure=True),
        Field("name", "Key", sure=True),
        Field("version_id", "VersionId", "str?", settable=True),
        Field("is_latest", "IsLatest", "bool", absent="False"),
        Field("last_modified", "LastModified", "str?", sure=True, show=_last_modified),
        Field("owner", "Owner", "s3.User?"),
        *PARSING,
    ),
    also=("boto.s3.bucket.DeleteMarker", "boto.storage_uri.DeleteMarker"),
    shape="DeleteMarkerEntry",
    resource="Object",
    test='"DeleteMarker" in {}',
)

_LISTERS = "call the method of the bucket that lists ({}); its result can be looped over again and again"


def _result_set(name: str, method: str, attributes: str) -> BotoClass:
    advice = _LISTERS.format(method)
    return BotoClass(
        f"boto.s3.bucketlistresultset.{name}",
        f"s3.{name}",
        Form.RECORD,
        (*manual_methods(advice, "__init__", "__iter__"), *manual_attributes(advice, *attributes.split())),
        also=(f"boto.s3.bucket.{name}",),
    )


RESULT_SETS = (
    _result_set("BucketListResultSet", "list", "bucket prefix delimiter marker headers encoding_type"),
    _result_set(
        "VersionedBucketListResultSet",
        "list_versions",
        "bucket prefix delimiter key_marker version_id_marker headers encoding_type",
    ),
    _result_set(
        "MultiPartUploadListResultSet",
        "list_multipart_uploads",
        "bucket key_marker upload_id_marker headers encoding_type",
    ),
)

LISTERS = BotoModule(
    "boto.s3.bucketlistresultset",
    "s3",
    (
        *manual_methods(_LISTERS.format("list"), "bucket_lister"),
        *manual_methods(_LISTERS.format("list_versions"), "versioned_bucket_lister"),
        *manual_methods(_LISTERS.format("list_multipart_uploads"), "multipart_upload_lister"),
    ),
)
