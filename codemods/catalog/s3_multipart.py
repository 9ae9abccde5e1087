"""Multipart uploads and deletes of many keys: the dicts that S3 gives.

Sources: boto/s3/multipart.py, boto/s3/multidelete.py; botocore's shapes MultipartUpload, Part,
CompleteMultipartUploadOutput, DeletedObject, Error.
"""

from __future__ import annotations

from codemods.catalog.s3_rows import PARSING, TO_XML, constructed, manual_attributes, manual_methods
from codemods.catalog.schema import BotoClass, BotoModule, Field, Form, Helped, Idiom, Operation, Rewrite, Use
from codemods.code import Code
from codemods.emitted import s3_multipart


def _marker(value: Code, use: Use) -> Code:
    return use.call(s3_multipart._marker, value)


UPLOAD = BotoClass(
    "boto.s3.multipart.MultiPartUpload",
    "s3.MultiPartUpload",
    Form.RECORD,
    (
        # A program makes one by hand to go on with an upload whose id it has kept: it sets key_name and id itself.
        constructed(("bucket", "Bucket")),
        Field("bucket", "Bucket", "s3.Bucket", sure=True, settable=True),
        Field("bucket_name", "Bucket", "str?", settable=True),
        Field("key_name", "Key", "str?", settable=True),
        Field("id", "UploadId", "str?", settable=True),
        Field("initiator", "Initiator", "s3.User?"),
        Field("owner", "Owner", "s3.User?"),
        Field("storage_class", "StorageClass", "str?"),
        Field("initiated", "Initiated", "str?"),
        Field("part_number_marker", "PartNumberMarker", "str?", show=_marker),
        Field("next_part_number_marker", "NextPartNumberMarker", "str?", show=_marker),
        Field("max_parts", "MaxParts", "int?"),
        Field("is_truncated", "IsTruncated", "bool", absent="False"),
        Helped("__iter__", s3_multipart._parts, "iter s3.Part"),
        Helped("get_all_parts", s3_multipart._get_all_parts, "[s3.Part]"),
        Helped("upload_part_from_file", s3_multipart._upload_part, "s3.Key"),
        Helped("copy_part_from_key", s3_multipart._copy_part, "s3.Key"),
        Helped("complete_upload", s3_multipart._complete_upload, "s3.CompleteMultiPartUpload"),
        Operation("cancel_upload", "AbortMultipartUpload"),
        *PARSING,
        TO_XML,
    ),
    also=("boto.s3.bucket.MultiPartUpload",),
    address={"Bucket": "Bucket", "Key": "Key", "UploadId": "UploadId"},
    shape="MultipartUpload",
    resource="MultipartUpload",
    text="<MultiPartUpload {Key}>",
)

COMPLETE = BotoClass(
    "boto.s3.multipart.CompleteMultiPartUpload",
    "s3.CompleteMultiPartUpload",
    Form.RECORD,
    (
        constructed(("bucket", "Bucket")),
        Field("bucket", "Bucket", "s3.Bucket", sure=True),
        Field("bucket_name", "Bucket", "str?"),
        Field("key_name", "Key", "str?"),
        Field("location", "Location", "str?"),
        Field("etag", "ETag", "str?"),
        Field("version_id", "VersionId", "str?"),
        Field("encrypted", "ServerSideEncryption", "str?"),
        *PARSING,
    ),
    also=("boto.s3.bucket.CompleteMultiPartUpload",),
    shape="CompleteMultipartUploadOutput",
    text="<CompleteMultiPartUpload: {Bucket}.{Key}>",
)

PART = BotoClass(
    "boto.s3.multipart.Part",
    "s3.Part",
    Form.RECORD,
    (
        constructed(("bucket", "")),
        Field("part_number", "PartNumber", "int?"),
        Field("last_modified", "LastModified", "str?"),
        Field("etag", "ETag", "str?"),
        Field("size", "Size", "int?"),
        *manual_attributes("a part does not know its bucket now; the upload's dict does", "bucket"),
        *PARSING,
    ),
    shape="Part",
    text="<Part {PartNumber}>",
)

DELETED = BotoClass(
    "boto.s3.multidelete.Deleted",
    "s3.Deleted",
    Form.RECORD,
    (
        constructed(
            ("key", "Key"),
            ("version_id", "VersionId"),
            ("delete_marker", "DeleteMarker"),
            ("delete_marker_version_id", "DeleteMarkerVersionId"),
        ),
        Field("key", "Key", "str?"),
        Field("version_id", "VersionId", "str?"),
        Field("delete_marker", "DeleteMarker", "bool", absent="False"),
        Field("delete_marker_version_id", "DeleteMarkerVersionId", "str?"),
        *PARSING,
    ),
    shape="DeletedObject",
)

ERROR = BotoClass(
    "boto.s3.multidelete.Error",
    "s3.Error",
    Form.RECORD,
    (
        constructed(("key", "Key"), ("version_id", "VersionId"), ("code", "Code"), ("message", "Message")),
        Field("key", "Key", "str?"),
        Field("version_id", "VersionId", "str?"),
        Field("code", "Code", "str?"),
        Field("message", "Message", "str?"),
        *PARSING,
    ),
    also=("boto.s3.bucket.Error",),
    shape="Error",
)


def _no_result(use: Use) -> Rewrite:
    return Rewrite(Code('{"Deleted": [], "Errors": []}'))


RESULT = BotoClass(
    "boto.s3.multidelete.MultiDeleteResult",
    "s3.MultiDeleteResult",
    Form.RECORD,
    (
        Idiom("__init__", _no_result, constructed(("bucket", "")).params),
        Field("deleted", "Deleted", "[s3.Deleted]", sure=True),
        Field("errors", "Errors", "[s3.Error]", sure=True),
        *manual_attributes("it was always None in boto 2", "bucket"),
        *PARSING,
    ),
    also=("boto.s3.bucket.MultiDeleteResult",),
    shape="DeleteObjectsOutput",
)

MULTIPART: tuple[BotoClass | BotoModule, ...] = (
    UPLOAD,
    COMPLETE,
    PART,
    DELETED,
    ERROR,
    RESULT,
    BotoModule(
        "boto.s3.multipart", "s3", manual_methods("loop over the upload itself: it gives its parts", "part_lister")
    ),
)
