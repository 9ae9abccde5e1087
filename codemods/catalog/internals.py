"""The machinery of boto 2 that is public by its name: providers, plug-ins, XML and JSON handlers."""

from __future__ import annotations

from codemods.catalog.names import SIX, modules, name_from, names_from, text
from codemods.catalog.schema import BotoModule, Manual, Member

_HEADERS = {
    "HEADER_PREFIX_KEY": "header_prefix",
    "METADATA_PREFIX_KEY": "metadata_prefix",
    "AWS_HEADER_PREFIX": "x-amz-",
    "GOOG_HEADER_PREFIX": "x-goog-",
    "ACL_HEADER_KEY": "acl-header",
    "AUTH_HEADER_KEY": "auth-header",
    "COPY_SOURCE_HEADER_KEY": "copy-source-header",
    "COPY_SOURCE_VERSION_ID_HEADER_KEY": "copy-source-version-id-header",
    "COPY_SOURCE_RANGE_HEADER_KEY": "copy-source-range-header",
    "DELETE_MARKER_HEADER_KEY": "delete-marker-header",
    "DATE_HEADER_KEY": "date-header",
    "METADATA_DIRECTIVE_HEADER_KEY": "metadata-directive-header",
    "RESUMABLE_UPLOAD_HEADER_KEY": "resumable-upload-header",
    "SECURITY_TOKEN_HEADER_KEY": "security-token-header",
    "STORAGE_CLASS_HEADER_KEY": "storage-class",
    "MFA_HEADER_KEY": "mfa-header",
    "SERVER_SIDE_ENCRYPTION_KEY": "server-side-encryption-header",
    "VERSION_ID_HEADER_KEY": "version-id-header",
    "RESTORE_HEADER_KEY": "restore-header",
    "STORAGE_COPY_ERROR": "StorageCopyError",
    "STORAGE_CREATE_ERROR": "StorageCreateError",
    "STORAGE_DATA_ERROR": "StorageDataError",
    "STORAGE_PERMISSIONS_ERROR": "StoragePermissionsError",
    "STORAGE_RESPONSE_ERROR": "StorageResponseError",
}
"""The constants of boto/provider.py."""

_CREDENTIALS = (
    "boto3 finds and refreshes credentials itself; to read them use "
    "boto3.Session().get_credentials().get_frozen_credentials(), which has access_key, secret_key and token."
)
_RESPONSES = "boto3 parses responses itself, so no handler is needed: read the members of the response dict."
_RESULTS = "boto3 gives plain lists and dicts: make a list, and keep markers and tokens in variables."
_PLUGINS = (
    "boto3 has no plug-ins for signing: register an event handler (client.meta.events), or choose another "
    "signature with Config(signature_version=...)."
)
_GOOGLE = "boto3 does not speak to Google Storage; use google-cloud-storage."

_PROVIDER: tuple[Member, ...] = (
    *(text(name, value) for name, value in _HEADERS.items()),
    Manual("Provider", _CREDENTIALS),
    Manual("get_default", _CREDENTIALS),
    Manual("NO_CREDENTIALS_PROVIDED", "Use botocore.UNSIGNED for requests without a signature.", attribute=True),
    name_from(
        "ProfileNotFoundError",
        "botocore.exceptions",
        "ProfileNotFound",
        "It is no ValueError any more, and comes from where the session is made.",
    ),
    name_from("expanduser", "os.path", "expanduser"),
    *modules("os"),
    *names_from("datetime", "datetime"),
    SIX,
    Manual("ACL", _GOOGLE),
    Manual("CannedGSACLStrings", _GOOGLE, attribute=True),
)

INTERNALS: tuple[BotoModule, ...] = (
    BotoModule("boto.provider", "utils", _PROVIDER),
    BotoModule(
        "boto.plugin",
        "utils",
        (
            Manual("Plugin", _PLUGINS),
            Manual("get_plugin", _PLUGINS),
            Manual("load_plugins", _PLUGINS),
            Manual("imp", "Python 3.12 has no module imp: use importlib.", attribute=True),
            *modules("glob", "os"),
        ),
    ),
    BotoModule(
        "boto.handler",
        "utils",
        (
            Manual("XmlHandler", _RESPONSES),
            Manual("XmlHandlerWrapper", _RESPONSES),
            *modules("xml"),
            *names_from("io", "StringIO"),
        ),
    ),
    BotoModule(
        "boto.jsonresponse",
        "utils",
        (
            Manual("XmlHandler", _RESPONSES),
            Manual("Element", _RESPONSES),
            Manual("ListElement", _RESPONSES),
            *modules("xml"),
        ),
    ),
    BotoModule("boto.resultset", "utils", (Manual("ResultSet", _RESULTS), Manual("BooleanResult", _RESULTS))),
    BotoModule(
        "boto.cacerts",
        "utils",
        (
            Manual(
                "__file__",
                "The bundle of certificates is certifi.where() now; boto3 uses it without being told.",
                attribute=True,
            ),
        ),
    ),
)
"""What stands for boto 2's own machinery, where programs name it."""
