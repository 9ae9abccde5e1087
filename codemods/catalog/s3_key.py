"""Keys: `boto.s3.key.Key` is a dict of Bucket, Key and what S3 said of the object, under botocore's names.

Sources: boto/s3/key.py, boto/s3/keyfile.py; botocore's s3 model (HeadObject, GetObject, PutObject, ListObjects).
"""

from __future__ import annotations

from collections.abc import Callable

from codemods.catalog import s3_direct
from codemods.catalog.s3_rows import NOT_PUBLIC, PARSING, manual_attributes, manual_methods
from codemods.catalog.schema import (
    BotoClass,
    BotoModule,
    Constant,
    Field,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Member,
    Outcome,
    Rewrite,
    Use,
    required,
)
from codemods.code import Code, HelperFunction, code
from codemods.emitted import (
    s3_acl,
    s3_copying,
    s3_deleting,
    s3_keys,
    s3_metadata,
    s3_reading,
    s3_urls,
    s3_website,
    s3_writing,
)

_TORRENT = {"torrent": "S3 has no torrents any more; delete the argument"}
_NO_RESUME = "boto3 cannot resume a download in a later run; download_file retries its parts by itself"
_DOWNLOAD = {**_TORRENT, "res_download_handler": _NO_RESUME}
_QUERY = "boto3 takes no query arguments; call the client's method for what they ask for"
_PRIVATE = "this was the open connection inside boto 2; the helpers keep the open answer in the key themselves"


def _shown(helper: HelperFunction, client: bool = False) -> Callable[[Code, Use], Code]:
    """An attribute that a helper computes from the whole key."""

    def show(value: Code, use: Use) -> Code:
        return use.call(helper, *([use.client()] if client else []), use.member(""))

    return show


def _metadata(value: Code, use: Use) -> Code:
    """The dict that uploads send, made where it is missing: it may be changed in place."""
    record = use.member("")
    return code(f'{record.operand}.setdefault("Metadata", {{}})', record)


def _as_text(value: Code, use: Use) -> Code:
    return code(f"str({value})", value)


def _update_metadata(use: Use) -> Outcome:
    metadata, more = _metadata(use.member(""), use), use.arguments["d"].code
    return Rewrite(code(f"{metadata}.update({more})", metadata, more))


def _get_metadata(use: Use) -> Outcome:
    record, name = use.member(""), use.arguments["name"].code
    return Rewrite(code(f'{record.operand}.get("Metadata", {{}}).get({name})', record, name))


def _chunks(use: Use) -> Outcome:
    return Rewrite(use.call(s3_reading._chunks, use.client(), use.member("")))


_ATTRIBUTES: tuple[Member, ...] = (
    Field("bucket", "Bucket", "s3.Bucket", sure=True, settable=True),
    Field("name", "Key", sure=True, settable=True),
    Field("key", "Key", sure=True, settable=True),
    Field("size", "Size", "int?", settable=True),
    Field("etag", "ETag", "str?", settable=True),
    Field("md5", "MD5", "bytes?", settable=True),
    HelpedField("base64md5", s3_keys._base64md5, "str?"),
    Field("metadata", "Metadata", "{str: str}", show=_metadata, settable=True),
    Field("content_type", "ContentType", absent='"application/octet-stream"', settable=True),
    Field("content_encoding", "ContentEncoding", "str?", settable=True),
    Field("content_language", "ContentLanguage", "str?", settable=True),
    Field("content_disposition", "ContentDisposition", "str?", settable=True),
    Field("cache_control", "CacheControl", "str?", settable=True),
    Field("content_md5", "ContentMd5", "str?", settable=True),
    Field("content_length", "ContentLength", sure=True, show=_as_text),
    Field("expires", "Expires", "str?", show=_shown(s3_keys._expires), settable=True),
    Field("last_modified", "LastModified", "str?", sure=True, show=s3_direct.last_modified, settable=True),
    Field("owner", "Owner", "s3.User?"),
    Field("storage_class", "StorageClass", show=_shown(s3_keys._storage_class, client=True), settable=True),
    Field("version_id", "VersionId", "str?", settable=True),
    Field("source_version_id", "CopySourceVersionId", "str?"),
    Field("is_latest", "IsLatest", "bool", absent="False"),
    Field("delete_marker", "DeleteMarker", "bool", absent="False"),
    Field("encrypted", "ServerSideEncryption", "str?"),
    HelpedField("ongoing_restore", s3_keys._ongoing_restore, "bool?"),
    HelpedField("expiry_date", s3_keys._expiry_date, "str?"),
    Field("BufferSize", "BufferSize", "int", absent="8192", settable=True),
    Constant("DefaultContentType", Code('"application/octet-stream"')),
    *manual_attributes(_PRIVATE, "resp", "mode", "closed", "filename", "path", "local_hashes", "read_from_stream"),
    *manual_attributes(
        "read the Date header of the answer: response['ResponseMetadata']['HTTPHeaders']['date']", "date"
    ),
    *manual_attributes(
        "boto3 has no parameter for X-Robots-Tag; set it where the content is served, in CloudFront for one",
        "x_robots_tag",
    ),
    *manual_attributes(
        "a provider is what boto 2 kept its headers and exceptions in; name what you need of it, such as ClientError",
        "provider",
    ),
    *manual_attributes(
        "boto 2's list of headers that a program may set; write down the names that the program needs",
        "base_fields",
        "base_user_settable_fields",
        "f",
    ),
    *manual_attributes(NOT_PUBLIC, "RestoreBody"),
)

_READING: tuple[Member, ...] = (
    Helped("read", s3_reading._read, "bytes"),
    Helped("next", s3_reading._next_chunk, "bytes"),
    Helped("__next__", s3_reading._next_chunk, "bytes"),
    Idiom("__iter__", _chunks, gives="iter bytes"),
    Helped("open", s3_reading._open_mode, refused={"query_args": _QUERY}),
    Helped("open_read", s3_reading._open_read, refused={"query_args": _QUERY}),
    Helped("close", s3_reading._close, client=False),
    Helped("get_file", s3_reading._get_file, simple=s3_direct.get_to_file, refused=_TORRENT),
    Helped("get_contents_to_file", s3_reading._get_to_file, simple=s3_direct.get_to_file, refused=_DOWNLOAD),
    Helped(
        "get_contents_to_filename", s3_reading._get_to_filename, simple=s3_direct.get_to_filename, refused=_DOWNLOAD
    ),
    Helped(
        "get_contents_as_string",
        s3_reading._get_string,
        "bytes | str",
        simple=s3_direct.get_string,
        refused=_TORRENT,
    ),
    Manual("get_torrent_file", "S3 has no torrents any more; delete the call"),
)

_WRITING: tuple[Member, ...] = (
    Helped("set_contents_from_string", s3_writing._put_string, "int?", simple=s3_direct.put_string),
    Helped("set_contents_from_filename", s3_writing._put_filename, "int?", simple=s3_direct.put_filename),
    Helped(
        "set_contents_from_file",
        s3_writing._put_file,
        "int?",
        simple=s3_direct.put_file,
        refused={"query_args": _QUERY},
    ),
    Helped(
        "send_file",
        s3_writing._send_file,
        simple=s3_direct.send_file,
        refused={"query_args": _QUERY, "chunked_transfer": "boto3 sends no chunks; delete the argument"},
    ),
    Manual(
        "set_contents_from_stream",
        "boto 2 itself refused this for S3; upload_fileobj uploads a stream in parts",
        "none",
    ),
    *manual_methods("boto 2 never implemented this; write to a file and upload that", "open_write"),
    Helped("compute_md5", s3_writing._key_md5, "(str, str)", client=False),
    Helped("get_md5_from_hexdigest", s3_writing._md5_from_hexdigest, "(str, str)", client=False),
    Helped("set_metadata", s3_metadata._set_metadata, client=False),
    Idiom("update_metadata", _update_metadata, (required("d"),), "none"),
    Idiom("get_metadata", _get_metadata, (required("name"),), "str?"),
    Helped("set_remote_metadata", s3_copying._set_remote_metadata),
    Helped("_get_remote_metadata", s3_metadata._remote_metadata, "{str: str}", client=False),
)

_OBJECT: tuple[Member, ...] = (
    Helped("exists", s3_keys._exists, "bool"),
    Helped("delete", s3_deleting._delete, "s3.Key", simple=s3_direct.delete),
    Helped("copy", s3_copying._copy, "s3.Key"),
    Helped(
        "change_storage_class",
        s3_copying._change_storage_class,
        "s3.Key",
        note="asked for STANDARD, boto 2 kept the class that the key had, and so does this",
    ),
    Helped("restore", s3_copying._restore),
    Helped("generate_url", s3_urls._generate_url, "str", simple=s3_direct.generate_url),
    Helped("get_acl", s3_acl._get_key_acl, "s3.Policy"),
    Helped("set_acl", s3_acl._set_key_acl, simple=s3_direct.set_key_acl),
    Helped("set_canned_acl", s3_acl._set_key_acl, simple=s3_direct.set_key_acl),
    Helped("make_public", s3_acl._make_key_public, simple=s3_direct.make_key_public),
    Helped("add_email_grant", s3_acl._add_key_email_grant),
    Helped("add_user_grant", s3_acl._add_key_user_grant),
    Helped("get_redirect", s3_website._get_redirect, "str?"),
    Helped(
        "set_redirect",
        s3_website._set_redirect,
        "true",
        note="in boto 2 and in boto3, this empties the object and resets its metadata and its ACL",
    ),
    Manual("get_xml_acl", "get_object_acl gives the ACL as a dict of Owner and Grants; work with that", "bytes"),
    Manual("set_xml_acl", "give put_object_acl the ACL as AccessControlPolicy, a dict of Owner and Grants"),
)

_INNER = manual_methods(
    NOT_PUBLIC,
    "handle_addl_headers",
    "handle_encryption_headers",
    "handle_restore_headers",
    "handle_storage_class_header",
    "handle_version_headers",
    "should_retry",
)

KEY = BotoClass(
    "boto.s3.key.Key",
    "s3.Key",
    Form.RECORD,
    (
        Helped("__init__", s3_keys._new_key, "s3.Key", client=False, simple=s3_direct.new_key),
        *_ATTRIBUTES,
        *_READING,
        *_WRITING,
        *_OBJECT,
        *_INNER,
        *PARSING,
    ),
    also=("boto.s3.bucket.Key", "boto.s3.connection.Key"),
    address={"Bucket": "Bucket", "Key": "Key"},
    shape="Object",
    resource="Object",
    text="<Key: {Bucket},{Key}>",
)

# Read from the class itself, as in `Key.BufferSize`; a key's own is a member of its dict.
KEY_CONSTANTS = BotoModule("boto.s3.key.Key", "s3", (Constant("BufferSize", Code("8192"), "int"),))

_KEY_FILE = "download into io.BytesIO or a temporary file to seek in it, or read ranges with get_object(Range=...)"

KEY_FILE = BotoClass(
    "boto.s3.keyfile.KeyFile",
    "s3.KeyFile",
    Form.RECORD,
    (
        *manual_methods(
            _KEY_FILE,
            *"__init__ close fileno flush getkey isatty next read readinto readline readlines seek tell truncate "
            "write writelines xreadlines".split(),
        ),
        *manual_attributes(_KEY_FILE, *"closed encoding errors key location mode name newlines softspace".split()),
    ),
    also=("boto.s3.key.KeyFile", "boto.s3.resumable_download_handler.KeyFile"),
)
