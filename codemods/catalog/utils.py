"""boto.utils, and the names of the module boto that are no service: a row for every public name."""

from __future__ import annotations

from collections.abc import Mapping

from codemods.catalog.compat import COMPAT
from codemods.catalog.internals import INTERNALS
from codemods.catalog.names import SIX, URLLIB, modules, names_from, pattern, text
from codemods.catalog.schema import (
    BotoModule,
    Constant,
    Helped,
    Idiom,
    Manual,
    Member,
    Outcome,
    Rewrite,
    Use,
    required,
)
from codemods.code import Code, HelperFunction, code
from codemods.emitted import metadata, utils


def _function(
    helper: HelperFunction,
    gives: str,
    *,
    note: str = "",
    refused: Mapping[str, str] | None = None,
) -> Helped:
    """A function that a helper of the same name does."""
    name = helper.__name__.removeprefix("_")
    return Helped(name, helper, gives, client=False, note=note, refused=refused or {})


def _smtp_handler(use: Use) -> Outcome:
    """The standard library's handler has learnt to log in since."""
    handlers = use.imported("logging.handlers")
    arguments = use.arguments
    plain = [arguments[name].code for name in ("mailhost", "fromaddr", "toaddrs", "subject")]
    login = [arguments[name].code for name in ("username", "password")]
    texts = [*(value.text for value in plain), f"credentials=({', '.join(value.text for value in login)})"]
    return Rewrite(code(f"{handlers}.SMTPHandler({', '.join(texts)})", handlers, *plain, *login))


def _version(use: Use) -> Outcome:
    note = "Checks of boto's version go as on its last release; delete them where they decide nothing any more."
    return Rewrite(Code('"2.49.0"'), note)


_SIGNING = "botocore signs requests; for a URL to hand out use client.generate_presigned_url()."
_PROVIDER_ONLY_AWS = {"provider": "Only the default provider, Amazon's, has a counterpart."}
_STORAGE_URI = (
    "Split the URI with urllib.parse.urlsplit (netloc is the bucket, path without its slash the key) and "
    "call an S3 client; "
    "gs:// needs Google's own library, and file:// plain open()."
)

_UTILS: tuple[Member, ...] = (
    _function(metadata._get_instance_metadata, "{str: any}"),
    _function(metadata._get_instance_identity, "{str: any}"),
    _function(metadata._get_instance_userdata, "any"),
    Helped("LazyLoadMetadata", metadata._metadata_tree, "{str: any}", client=False),
    _function(metadata._retry_url, "str"),
    _function(utils._compute_md5, "(str, str, int)"),
    _function(utils._compute_hash, "(str, str, int)"),
    _function(utils._get_ts, "str"),
    _function(utils._parse_ts, "any"),
    _function(utils._setlocale, "any"),
    _function(utils._find_class, "any"),
    _function(
        utils._fetch_file,
        "any",
        note="What does not exist raises ClientError, where boto 2 raised S3ResponseError or AttributeError.",
    ),
    _function(utils._get_utf8_value, "bytes"),
    _function(utils._mklist, "[any]"),
    _function(utils._pythonize_name, "str"),
    _function(utils._guess_mime_type, "str"),
    _function(utils._write_mime_multipart, "any"),
    _function(utils._find_matching_headers, "[str]"),
    _function(utils._merge_headers_by_name, "str"),
    _function(utils._merge_meta, "{str: str}", refused=_PROVIDER_ONLY_AWS),
    _function(utils._host_is_ipv6, "bool"),
    _function(utils._parse_host, "str"),
    _function(utils._get_aws_metadata, "{str: str}", refused=_PROVIDER_ONLY_AWS),
    text("ISO8601", "%Y-%m-%dT%H:%M:%SZ"),
    text("ISO8601_MS", "%Y-%m-%dT%H:%M:%S.%fZ"),
    text("RFC1123", "%a, %d %b %Y %H:%M:%S %Z"),
    Idiom(
        "AuthSMTPHandler",
        _smtp_handler,
        tuple(map(required, ("mailhost", "username", "password", "fromaddr", "toaddrs", "subject"))),
    ),
    Constant("JSONDecodeError", Code("ValueError"), "any"),
    Manual("LOCALE_LOCK", "Use a threading.Lock() of your own around locale.setlocale().", attribute=True),
    Manual(
        "qsa_of_interest",
        f"The list served boto 2's signatures. {_SIGNING}",
        attribute=True,
    ),
    Manual("unquote_v", f"The function served boto 2's signatures. {_SIGNING}"),
    Manual("canonical_string", f"The function served boto 2's signatures. {_SIGNING}", "str"),
    Manual("update_dme", "Request the URL of DNS Made Easy's updater with urllib.request.urlopen()."),
    Manual(
        "ShellCommand",
        "Use subprocess.run(command, shell=True, capture_output=True): returncode was status, stdout and "
        "stderr output.",
    ),
    Manual("LRUCache", "Use cachetools.LRUCache, or a collections.OrderedDict with move_to_end() and popitem()."),
    Manual(
        "Password",
        "Unsalted hashes are no longer safe: compare with hashlib.scrypt() and hmac.compare_digest(), and "
        "set them anew.",
    ),
    Manual(
        "notify",
        "Send the message with email.message.EmailMessage and smtplib.SMTP; [Notification] of boto.cfg held "
        "the server.",
    ),
    Manual(
        "RequestHook",
        'Register a function with client.meta.events.register("after-call.*", function), which gets the '
        "parsed response.",
    ),
    *modules("datetime", "email", "gzip", "json", "locale", "logging", "random", "re", "smtplib"),
    *modules("subprocess", "tempfile", "threading", "time"),
    *names_from("base64", "encodebytes"),
    *names_from("contextlib", "contextmanager"),
    *names_from("hashlib", "md5", "sha512"),
    *names_from("io", "StringIO"),
    SIX,
    URLLIB,
)

_BOTO: tuple[Member, ...] = (
    Idiom("Version", _version, attribute=True),
    Idiom("__version__", _version, attribute=True),
    Manual(
        "UserAgent",
        "Give Config(user_agent_extra=...) to add to the user agent; botocore.__version__ tells the library's version.",
        attribute=True,
    ),
    pattern("BUCKET_NAME_RE", r"^[a-zA-Z0-9][a-zA-Z0-9\._-]{1,253}[a-zA-Z0-9]$"),
    pattern("TOO_LONG_DNS_NAME_COMP", "[-_a-z0-9]{64}"),
    pattern("GENERATION_RE", "(?P<versionless_uri_str>.+)#(?P<generation>[0-9]+)$"),
    pattern("VERSION_RE", "(?P<versionless_uri_str>.+)#(?P<version_id>.+)$"),
    Manual(
        "ENDPOINTS_PATH",
        "botocore keeps endpoints in its own data: ask boto3.Session().get_available_regions() or "
        "client.meta.endpoint_url.",
        attribute=True,
    ),
    Manual("storage_uri", _STORAGE_URI, "s3.BucketStorageUri | s3.FileStorageUri"),
    Manual(
        "storage_uri_for_key",
        "Write the URI out: \"s3://%s/%s\" with the bucket's and the key's name.",
        "s3.BucketStorageUri",
    ),
    Manual("BucketStorageUri", _STORAGE_URI),
    Manual("FileStorageUri", _STORAGE_URI),
    *modules("datetime", "logging", "os", "platform", "re", "sys"),
    *names_from("urllib.parse", "urlparse"),
)

UTILS: tuple[BotoModule, ...] = (
    BotoModule("boto", "utils", _BOTO),
    BotoModule("boto.utils", "utils", _UTILS),
    *COMPAT,
    *INTERNALS,
)
"""boto.utils, the names of the module boto that are neither connections nor logging, and what lies around
them.
"""
