"""boto 2's exceptions: what boto3 raises in the same situations, and where their attributes are found.

Sources: boto/exception.py, botocore/exceptions.py, boto3/exceptions.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from codemods.code import Import

CLIENT_ERROR = Import("botocore.exceptions", "ClientError")
_CORE_ERROR = Import("botocore.exceptions", "BotoCoreError")
_BOTO3_ERROR = Import("boto3.exceptions", "Boto3Error")
_UPLOAD_FAILED = Import("boto3.exceptions", "S3UploadFailedError")
_CHECKSUM = Import("botocore.exceptions", "FlexibleChecksumError")
_VALUE_ERROR = Import("builtins", "ValueError")
_NO_CREDENTIALS = Import("botocore.exceptions", "NoCredentialsError")


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One exception class of boto 2.

    `becomes` are the classes to catch instead; none means that nothing is raised in that situation any more, and
    `advice` says so. `server`: the answer of a service, with status, code and message; `service` the one that the
    class is for, where it is for one. `note`: what a person should know although the clause is right. `made` is the
    class whose objects the program makes where it made them itself, and `takes` how that class takes the text.
    """

    name: str
    becomes: tuple[Import, ...] = ()
    server: bool = False
    note: str = ""
    advice: str = ""
    service: str = ""
    made: Import | None = None
    takes: str = "{}"


def _server(service: str, *names: str, note: str = "") -> tuple[ErrorRow, ...]:
    return tuple(ErrorRow(name, (CLIENT_ERROR,), True, note, service=service, made=CLIENT_ERROR) for name in names)


def _client(*names: str) -> tuple[ErrorRow, ...]:
    note = "boto3 refuses bad arguments with ParamValidationError, and raises other errors of its own than boto 2"
    becomes = (_CORE_ERROR, _BOTO3_ERROR, _VALUE_ERROR)
    return tuple(ErrorRow(name, becomes, note=note, made=_BOTO3_ERROR) for name in names)


def _gone(advice: str, *names: str) -> tuple[ErrorRow, ...]:
    return tuple(ErrorRow(name, advice=advice) for name in names)


def _no_credentials(name: str, note: str) -> ErrorRow:
    return ErrorRow(name, (_NO_CREDENTIALS,), note=note, made=_NO_CREDENTIALS, takes="")


ERRORS: dict[str, ErrorRow] = {
    row.name: row
    for row in (
        *_server("", "BotoServerError", "JSONResponseError"),
        *_server("s3", "StorageResponseError", "S3ResponseError"),
        *_server("ec2", "EC2ResponseError"),
        *_server("sqs", "SQSError"),
        *_server("sdb", "SDBResponseError"),
        *_server("emr", "EmrResponseError"),
        *_server("dynamodb", "DynamoDBResponseError"),
        *_server("swf", "SWFResponseError"),
        *_server(
            "s3",
            "StorageCreateError",
            "S3CreateError",
            note="boto 2 raised this only for a 409 answer to create_bucket; ClientError is wider, look at the code",
        ),
        *_server(
            "s3",
            "StorageCopyError",
            "S3CopyError",
            note="boto 2 raised this only for a copy that failed after it began; ClientError is wider",
        ),
        *_client(
            "BotoClientError",
            "StoragePermissionsError",
            "S3PermissionsError",
            "AWSConnectionError",
            "SDBPersistenceError",
        ),
        _no_credentials(
            "NoAuthHandlerFound", "boto3 looks for credentials at the first request, not when the client is made"
        ),
        _no_credentials(
            "TooManyAuthHandlerReadyToAuthenticate",
            "boto3 takes the first credentials that it finds and raises nothing when there are several",
        ),
        *(
            ErrorRow(
                name,
                (_CHECKSUM,),
                note="boto3 raises this for a download; a damaged upload is refused with ClientError, code BadDigest",
                made=_CHECKSUM,
                takes="error_msg={}",
            )
            for name in ("StorageDataError", "S3DataError")
        ),
        ErrorRow(
            "InvalidUriError",
            (_VALUE_ERROR,),
            note="boto3 has no storage URIs; raise ValueError where the code takes a URI apart",
            made=_VALUE_ERROR,
        ),
        *(
            ErrorRow(
                name,
                (_UPLOAD_FAILED, CLIENT_ERROR),
                note="boto3's transfers retry by themselves and start anew; there is nothing to resume",
                made=_BOTO3_ERROR,
            )
            for name in ("ResumableUploadException", "ResumableDownloadException")
        ),
        *_gone(
            "boto3 leaves checking to the service, which answers ClientError", "InvalidAclError", "InvalidCorsError"
        ),
        *_gone(
            "boto3 leaves checking to the service, which answers ClientError",
            "InvalidLifecycleConfigError",
            "InvalidEncryptionConfigError",
        ),
        *_gone("boto3's transfers decide by themselves whether to go on", "ResumableTransferDisposition"),
        *_gone(
            "Google Storage is outside of what boto3 speaks; use google-cloud-storage and its exceptions",
            "GSResponseError",
            "GSCreateError",
            "GSCopyError",
            "GSDataError",
            "GSPermissionsError",
        ),
        *_gone("boto3 has nothing like this", "SQSDecodeError", "TooManyRecordsException", "PleaseRetryException"),
        *_gone("catch what your own code for the instance metadata raises", "InvalidInstanceMetadataError"),
        *_gone("boto 2's own parsing of answers is gone", "ConsoleOutput"),
    )
}
"""Every exception of `boto.exception`, by its simple name."""

PROVIDER_ERRORS = {
    "storage_response_error": "S3ResponseError",
    "storage_create_error": "S3CreateError",
    "storage_copy_error": "S3CopyError",
    "storage_data_error": "S3DataError",
    "storage_permissions_error": "S3PermissionsError",
}
"""Exceptions that boto 2 also offers as attributes of `connection.provider` (boto/provider.py)."""


def error_row(dotted: str) -> ErrorRow | None:
    """The row of an exception class by dotted name: `boto.exception.S3ResponseError`, or re-exported elsewhere."""
    module, _, name = dotted.rpartition(".")
    row = ERRORS.get(name)
    return row if row is not None and module.startswith("boto") else None


CREATE_ERRORS = frozenset({"StorageCreateError", "S3CreateError"})
"""What boto 2 raised for a bucket that is there already, and for nothing else (boto/s3/connection.py)."""

COPY_ERRORS = frozenset({"StorageCopyError", "S3CopyError"})
"""What boto 2 raised for a copy that S3 answered 200 for, with an error in the body (boto/s3/bucket.py)."""

_NOT_OS = (
    Import("botocore.exceptions", "EndpointConnectionError"),
    Import("botocore.exceptions", "ConnectionClosedError"),
)
_TIMEOUTS = (Import("botocore.exceptions", "ConnectTimeoutError"), Import("botocore.exceptions", "ReadTimeoutError"))
_CUT_SHORT = (
    Import("botocore.exceptions", "ConnectionClosedError"),
    Import("botocore.exceptions", "IncompleteReadError"),
    Import("botocore.exceptions", "ResponseStreamingError"),
)

NETWORK_ERRORS: dict[str, tuple[Import, ...]] = {
    **dict.fromkeys(("socket.error", "builtins.OSError", "builtins.IOError", "builtins.EnvironmentError"), _NOT_OS),
    **dict.fromkeys(("builtins.ConnectionError", "builtins.ConnectionResetError", "socket.gaierror"), _NOT_OS),
    "socket.timeout": _TIMEOUTS,
    "ssl.SSLError": (Import("botocore.exceptions", "SSLError"),),
    **dict.fromkeys(("http.client.HTTPException", "httplib.HTTPException"), _CUT_SHORT),
    **dict.fromkeys(("http.client.IncompleteRead", "httplib.IncompleteRead"), _CUT_SHORT),
    **dict.fromkeys(("http.client.BadStatusLine", "httplib.BadStatusLine"), _CUT_SHORT[:1]),
}
"""Python's own errors that boto 2 let through when the network failed, and what botocore raises that they do not catch.

Sources: boto/connection.py (`http_exceptions`), botocore/exceptions.py (ReadTimeoutError, SSLError and their like are
OSErrors; EndpointConnectionError and ConnectionClosedError are not).
"""


_BASES = {
    "BotoClientError": "StandardError",
    "SDBPersistenceError": "StandardError",
    "StoragePermissionsError": "BotoClientError",
    "S3PermissionsError": "StoragePermissionsError",
    "BotoServerError": "StandardError",
    "SQSError": "BotoServerError",
    "StorageCreateError": "BotoServerError",
    "S3CreateError": "StorageCreateError",
    "StorageCopyError": "BotoServerError",
    "S3CopyError": "StorageCopyError",
    "StorageResponseError": "BotoServerError",
    "S3ResponseError": "StorageResponseError",
    "EC2ResponseError": "BotoServerError",
    "SDBResponseError": "BotoServerError",
    "EmrResponseError": "BotoServerError",
    "JSONResponseError": "BotoServerError",
    "DynamoDBResponseError": "JSONResponseError",
    "SWFResponseError": "JSONResponseError",
    "AWSConnectionError": "BotoClientError",
    "SQSDecodeError": "BotoClientError",
    **{f"GS{kind}Error": f"Storage{kind}Error" for kind in ("Response", "Create", "Copy", "Data", "Permissions")},
    "StorageDataError": "BotoClientError",
    "S3DataError": "StorageDataError",
}
"""boto 2's hierarchy of errors, as far as it has levels (boto/exception.py)."""


def is_subclass(name: str, base: str) -> bool:
    """What issubclass said of two of boto 2's errors."""
    while name and name != base:
        name = _BASES.get(name, "")
    return bool(name)
