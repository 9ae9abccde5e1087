"""Uses that are plain enough for the one client call that a person would write.

Each function is the `simple` of a row: it gives that call where it is exactly as right as the row's helper, and None
elsewhere. What makes the difference is a key's memory. On boto 2 a key that was looked up sends its metadata with the
next upload, one that was uploaded knows its version and deletes that one, and so on; where the program can see none
of it, nobody has to remember.
"""

from __future__ import annotations

import ast

from codemods.catalog.s3_headers import Parameters, header_parameters
from codemods.catalog.s3_rows import named_object
from codemods.catalog.schema import Argument, Flag, Rewrite, Use
from codemods.code import Code, HelperFunction, code
from codemods.emitted import common, s3_keys, s3_listing, s3_names, s3_reading, s3_urls, s3_writing

FRESH = frozenset({"s3.Key.__init__", "s3.Bucket.new_key"})
"""What makes keys that know nothing but their names."""

LISTED = frozenset({"s3.Bucket.list", "s3.Bucket.get_all_keys", "s3.Bucket.__iter__"})
"""What makes keys that know no version."""

FOUND = frozenset({"s3.Bucket.get_key", "s3.Bucket.lookup"})
"""What makes keys that know all that a HEAD says."""

_SAID_BY_HEAD = (
    "cache_control content_disposition content_encoding content_language content_length content_type etag expires "
    "last_modified metadata owner size storage_class version_id"
).split()
_DOWNLOADS = "get_contents_as_string get_contents_to_file get_contents_to_filename get_file".split()

KNOWN = tuple(
    "base64md5 cache_control closed content_disposition content_encoding content_language content_length content_md5 "
    "content_type date delete_marker encrypted etag expires expiry_date is_latest last_modified local_hashes md5 "
    "metadata mode ongoing_restore owner path resp size source_version_id storage_class version_id "
    "x_robots_tag".split()
)
"""Attributes that uploads and downloads change."""

REMEMBERING = tuple(
    "__iter__ __next__ change_storage_class copy delete generate_url get_contents_as_string get_contents_to_file "
    "get_contents_to_filename get_file get_metadata get_torrent_file next open open_read read send_file "
    "set_contents_from_file set_contents_from_filename set_contents_from_stream set_contents_from_string set_metadata "
    "set_remote_metadata update_metadata".split()
)
"""Methods that change what a key knows, or that do what they do by what it knows."""


def _is_name(node: ast.expr) -> bool:
    """True for what can be written twice: a name, and attributes of names."""
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and _is_name(node.value))


def _new_key_here(use: Use) -> tuple[Code, Code] | None:
    """Bucket and name of `bucket.new_key(name).method()`."""
    node = use.receiver.node if use.receiver else None
    if use.origins != {"s3.Bucket.new_key"} or not isinstance(node, ast.Call):
        return None
    if not isinstance(node.func, ast.Attribute) or node.func.attr != "new_key":
        return None
    names = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "key_name")]
    if len(names) != 1 or len(node.args) + len(node.keywords) != 1 or isinstance(names[0], ast.Starred):
        return None
    bucket = use.argument(node.func.value)
    return (bucket.code, named_object(use.argument(names[0]), use)) if bucket.only("s3.Bucket") else None


def _place(use: Use) -> tuple[Code, Code] | None:
    """Bucket and name of the key that the method is called on; None where they cannot be written twice."""
    if use.receiver is None or not use.receiver.known:
        return None
    if _is_name(use.receiver.node):
        return use.member("Bucket"), use.call(s3_names._key, use.member("Key"))
    return _new_key_here(use)


def _is_forgotten(use: Use) -> bool:
    """True when nothing that the program does before changes this use, and nothing afterwards depends on it."""
    untouched = not use.writes(*KNOWN, "BufferSize") and not use.calls(*REMEMBERING, "close")
    return untouched and not use.reads(*KNOWN)


def _is_only_read(use: Use) -> bool:
    """True when the key comes from a HEAD, which said all that a download could teach it, or needs nothing of that."""
    found = bool(use.origins) and use.origins <= FOUND
    if not found and not (use.origins and use.origins <= LISTED):
        return False
    harmless = ["delete", "copy", "get_metadata" if found else "delete", *_DOWNLOADS]
    told = _SAID_BY_HEAD if found else ("etag", "owner", "size", "storage_class")
    calls = [name for name in REMEMBERING if name not in harmless]
    reads = [name for name in KNOWN if name not in told]
    return not use.writes(*KNOWN, "BufferSize") and not use.calls(*calls, "close") and not use.reads(*reads)


def _is_followed_by_its_version(use: Use) -> bool:
    """True when all that can count afterwards is the ETag and the version that the upload answers with."""
    others = (name for name in REMEMBERING if name not in _VERSIONED)
    untouched = not use.writes(*KNOWN, "BufferSize") and not use.calls(*others, "close")
    return untouched and not use.reads(*(name for name in KNOWN if name not in ("etag", "version_id")))


_VERSIONED = "delete generate_url get_contents_as_string get_contents_to_file get_contents_to_filename get_file".split()
"""Methods that look for nothing but the version in what a key knows."""


def _is_fresh(use: Use) -> bool:
    """True when the key knows nothing but its name; without one, boto 2 would name the object after its content."""
    named = bool(use.makers) and all(_names_its_key(maker, use) for maker in use.makers)
    return bool(use.origins) and use.origins <= FRESH and (named or use.writes("name", "key"))


def _names_its_key(maker: ast.AST, use: Use) -> bool:
    """True for `bucket.new_key(name)`, which refused a missing name, and for `Key(bucket, name)`."""
    if not isinstance(maker, ast.Call):
        return False
    if isinstance(maker.func, ast.Attribute) and maker.func.attr == "new_key":
        return True
    names = [*maker.args[1:2], *(keyword.value for keyword in maker.keywords if keyword.arg == "name")]
    return bool(names) and not use.can_be_none(names[0])


def _has_no_version(use: Use) -> bool:
    """True when the key cannot know a version."""
    known = use.calls(*REMEMBERING) or use.writes("version_id")
    return bool(use.origins) and use.origins <= FRESH | LISTED and not known


def call(client: Code, method: str, **parameters: Code) -> Code:
    """A call of a client's method."""
    inside = ", ".join(f"{name}={value}" for name, value in parameters.items())
    return code(f"{client.operand}.{method}({inside})", client, *parameters.values())


def given(use: Use, *names: str) -> bool:
    """True when the caller gives one of these parameters something else than None or False."""
    return any(name in use.arguments and use.arguments[name].literal not in (None, False) for name in names)


def to_helper(use: Use, helper: HelperFunction, note: str) -> Rewrite:
    """The helper's call with the arguments as they stand, and something that a person should know."""
    assert isinstance(use.node, ast.Call)
    record = [] if use.receiver is None or use.receiver.classes == {"s3.Connection"} else [use.member("")]
    positional = [use.argument(node).code for node in use.node.args]
    keywords = {word.arg: use.argument(word.value).code for word in use.node.keywords if word.arg}
    return Rewrite(use.call(helper, use.client(), *record, *positional, **keywords), note)


def _upload_options(use: Use) -> Parameters | Flag | None:
    """The parameters of a plain upload for headers, policy, reduced_redundancy and encrypt_key."""
    if given(use, "cb", "md5") or use.arguments.get("replace", _TRUE).literal is not True:
        return None
    parameters = header_parameters(use.arguments.get("headers"), "PutObject", use)
    if parameters is None or isinstance(parameters, Flag):
        return parameters
    policy = use.arguments.get("policy")
    if policy is not None and policy.literal is not None:
        if not policy.only("str") or policy.may_be_none:
            return None
        parameters["ACL"] = policy.code
    for name, parameter, value in (
        ("reduced_redundancy", "StorageClass", "REDUCED_REDUNDANCY"),
        ("encrypt_key", "ServerSideEncryption", "AES256"),
    ):
        if given(use, name):
            if use.arguments[name].literal is not True:
                return None
            parameters[parameter] = Code(f'"{value}"')
    return parameters


_TRUE = Argument(Code("True"), ast.Constant(True), frozenset(), frozenset({"bool"}), True, True)


def put_string(use: Use) -> Rewrite | Flag | None:
    """`key.set_contents_from_string(data)`."""
    options = _upload_options(use)
    if options is None or isinstance(options, Flag):
        return options
    data = use.arguments.get("string_data")
    place = _place(use) if _is_fresh(use) and not use.result_used else None
    if data is None or use.receiver is None:
        return None
    learns = not _is_forgotten(use) and not _is_followed_by_its_version(use)
    if (place is None or learns) and _knows_nothing_else(use):
        return Rewrite(use.call(s3_writing._upload_string, use.client(), use.member(""), data.code, **options))
    if place is None:
        return None
    options.setdefault("ContentType", Code('"application/octet-stream"'))
    put = call(use.client(), "put_object", Bucket=place[0], Key=place[1], Body=data.code, **options)
    if _is_forgotten(use):
        return Rewrite(put)
    if _is_followed_by_its_version(use) and _is_name(use.receiver.node):
        key = use.member("")
        return Rewrite(code(f"{key.operand}.update({put})", key, put))
    return None


def _knows_nothing_else(use: Use) -> bool:
    """True when an upload sends nothing but its arguments, and what is looked at afterwards is only what S3 answers."""
    looked_at = [name for name in KNOWN if name not in ("base64md5", "etag", "md5", "size", "version_id")]
    uploading = [name for name in REMEMBERING if name.startswith("set_contents_from") or name == "delete"]
    others = [name for name in REMEMBERING if name not in uploading]
    untouched = not use.writes(*KNOWN, "BufferSize") and not use.calls(*others, "close")
    return _is_fresh(use) and untouched and not use.reads(*looked_at)


def put_filename(use: Use) -> Rewrite | Flag | None:
    """`key.set_contents_from_filename(path)`."""
    options = _upload_options(use)
    if options is None or isinstance(options, Flag):
        return options
    filename = use.arguments.get("filename")
    place = _place(use) if _is_fresh(use) and _is_forgotten(use) else None
    if place is None or filename is None:
        return None
    return Rewrite(use.call(s3_writing._upload, use.client(), filename.code, Bucket=place[0], Key=place[1], **options))


def put_file(use: Use) -> Rewrite | Flag | None:
    """`key.set_contents_from_file(fp)`."""
    options = _upload_options(use)
    fp = use.arguments.get("fp")
    if options is None or isinstance(options, Flag) or fp is None:
        return options if isinstance(options, Flag) else None
    if given(use, "size", "rewind") or not _knows_nothing_else(use):
        return None
    return Rewrite(use.call(s3_writing._upload_file, use.client(), use.member(""), fp.code, **options))


def send_file(use: Use) -> Flag | None:
    """`key.send_file(fp)` always takes the helper; but headers in the source can be refused here."""
    options = header_parameters(use.arguments.get("headers"), "PutObject", use)
    return options if isinstance(options, Flag) else None


def listing(use: Use) -> Rewrite | None:
    """`bucket.list(prefix)` that is looped over at once and never again."""
    if not use.iterated or not isinstance(use.node, ast.Call):
        return None
    positional = [use.argument(node).code for node in use.node.args]
    keywords = {word.arg: use.argument(word.value).code for word in use.node.keywords if word.arg}
    return Rewrite(use.call(s3_listing._keys, use.client(), use.member(""), *positional, **keywords))


def last_modified(value: Code, use: Use) -> Code:
    """When an object was changed: an HTTP date from a HEAD or GET, ISO 8601 from a listing."""
    unread = bool(use.origins) and not use.calls(*REMEMBERING) and not use.writes("last_modified")
    if unread and use.origins <= LISTED:
        return use.call(common._iso_z, value)
    if unread and use.origins <= FOUND:
        record = use.member("")
        return use.call(common._rfc1123, code(f'{record.operand}.get("LastModified")', record))
    return use.call(s3_keys._last_modified, use.member(""))


def _download(use: Use, *more: str) -> list[Code] | Flag | None:
    """The arguments of a plain download: from the version that the key holds, or else the latest."""
    if given(use, "cb", "torrent", "res_download_handler", "response_headers", *more):
        return None
    options = header_parameters(use.arguments.get("headers"), "GetObject", use)
    if options is None or isinstance(options, Flag):
        return options
    version = use.arguments.get("version_id")
    if version is not None and version.may_be_none and version.literal is not None:
        return None
    if not _is_forgotten(use) and not _is_only_read(use):
        return None
    pinned = version is not None and version.literal is not None
    place = _place(use) if _has_no_version(use) else None
    if place is not None:
        where = [code(f"Bucket={place[0]}", place[0]), code(f"Key={place[1]}", place[1])]
        if pinned and version is not None:
            where.append(code(f"VersionId={version.code}", version.code))
    else:
        assert use.receiver is not None
        at = [use.member("")] + ([version.code] if pinned and version is not None else [])
        located = use.call(s3_names._at, *at)
        where = [code(f"**{located}", located)]
    return where + [code(f"{name}={value}", value) for name, value in options.items()]


def _body(use: Use, where: list[Code]) -> Code:
    client = use.client()
    inside = ", ".join(part.text for part in where)
    return code(f'{client.operand}.get_object({inside})["Body"]', client, *where)


def get_string(use: Use) -> Rewrite | Flag | None:
    """`key.get_contents_as_string()`."""
    encoding = use.arguments.get("encoding")
    if encoding is not None and encoding.may_be_none and encoding.literal is not None:
        return None
    where = _download(use)
    if where is None or isinstance(where, Flag):
        return where
    body = _body(use, where)
    decoded = f".decode({encoding.code})" if encoding is not None and encoding.literal is not None else ""
    parts = [encoding.code] if decoded and encoding is not None else []
    return Rewrite(code(f"{body}.read(){decoded}", body, *parts))


def get_to_file(use: Use) -> Rewrite | Flag | None:
    """`key.get_contents_to_file(fp)`, and `key.get_file(fp)`."""
    where = _download(use, "override_num_retries")
    fp = use.arguments.get("fp")
    if where is None or isinstance(where, Flag) or fp is None:
        return where if isinstance(where, Flag) else None
    body, copy = _body(use, where), use.imported("shutil")
    return Rewrite(code(f"{copy}.copyfileobj({body}, {fp.code})", copy, body, fp.code))


def get_to_filename(use: Use) -> Rewrite | Flag | None:
    """`key.get_contents_to_filename(path)`."""
    where = _download(use)
    filename = use.arguments.get("filename")
    if where is None or isinstance(where, Flag) or filename is None:
        return where if isinstance(where, Flag) else None
    return Rewrite(use.call(s3_reading._download, use.client(), filename.code, *where))


def delete(use: Use) -> Rewrite | None:
    """`key.delete()`."""
    if use.result_used or given(use, "headers") or not _has_no_version(use):
        return None
    place = _place(use) if use.origins <= LISTED or _is_fresh(use) else None
    return Rewrite(call(use.client(), "delete_object", Bucket=place[0], Key=place[1])) if place else None


CANNED = (
    "private public-read public-read-write authenticated-read bucket-owner-read bucket-owner-full-control "
    "log-delivery-write"
).split()


def canned(use: Use, parameter: str) -> Code | None:
    """The canned ACL, where it is written in the source; policies, what may be one, and wrong names take the helper."""
    acl = use.arguments.get(parameter)
    if acl is None or not isinstance(acl.literal, str):
        return None
    return acl.code if acl.literal in CANNED else None


def _put_key_acl(use: Use, acl: Code | None) -> Rewrite | None:
    place = _place(use)
    if acl is None or place is None or use.result_used or given(use, "headers"):
        return None
    return Rewrite(call(use.client(), "put_object_acl", Bucket=place[0], Key=place[1], ACL=acl))


def set_key_acl(use: Use) -> Rewrite | None:
    """`key.set_acl('public-read')`, `key.set_canned_acl('public-read')`."""
    return _put_key_acl(use, canned(use, "acl_str"))


def make_key_public(use: Use) -> Rewrite | None:
    """`key.make_public()`."""
    return _put_key_acl(use, Code('"public-read"'))


def new_key(use: Use) -> Rewrite | None:
    """`Key(bucket, name)`: a dict that knows where the object is."""
    entries = []
    for name, member in (("bucket", "Bucket"), ("name", "Key")):
        argument = use.arguments.get(name)
        entries.append((member, argument.code if argument is not None else Code("None")))
    return Rewrite(display(*entries))


def display(*entries: tuple[str, Code]) -> Code:
    """A dict display of these entries."""
    inside = ", ".join(f'"{name}": {value}' for name, value in entries)
    return code(f"{{{inside}}}", *(value for _, value in entries))


SEVEN_DAYS = 604800

_SIGNED_HEADERS = (
    "whoever uses this URL has to send the x-amz- headers now, as signature version 4 signs them; boto 2 had them in "
    "the URL"
)


def generate_url(use: Use) -> Rewrite | Flag | None:
    """`key.generate_url(seconds)`: a GET of an object without a version."""
    seconds = use.arguments.get("expires_in")
    unsigned = use.arguments.get("query_auth", _TRUE).literal is False
    absolute = given(use, "expires_in_absolute")
    if seconds is None:
        return None
    if isinstance(seconds.literal, int | float) and seconds.literal > SEVEN_DAYS and not (unsigned or absolute):
        return Flag("a URL signed with signature version 4 lasts at most seven days; decide on a shorter time")
    method = use.arguments.get("method")
    reads = method is None or method.literal in ("GET", "HEAD")
    if given(use, "policy", "reduced_redundancy", "encrypt_key") or (given(use, "headers") and not reads):
        return to_helper(use, s3_urls._generate_url, _SIGNED_HEADERS)
    others = "headers force_http response_headers version_id".split()
    if unsigned or absolute or given(use, *others) or "query_auth" in use.arguments or not _has_no_version(use):
        return None
    if (method is not None and method.literal != "GET") or not isinstance(seconds.literal, int):
        return None
    place = _place(use)
    if place is None:
        return None
    client = use.client()
    params = display(("Bucket", place[0]), ("Key", place[1]))
    text = f'{client.operand}.generate_presigned_url("get_object", Params={params}, ExpiresIn={seconds.code})'
    return Rewrite(code(text, client, params, seconds.code))
