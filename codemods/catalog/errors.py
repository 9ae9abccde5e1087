"""boto 2's exceptions: what boto3 raises in the same situations, and where their attributes are found.

Sources: boto/exception.py, botocore/exceptions.py, boto3/exceptions.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from codemods.code import Import

CLIENT_ERROR = Import("botocore.exceptions", "ClientError")
_CORE_ERROR = Import("botocore.exceptions", "BotoCoreError")
_BOTO3_ERROR = Import("boto3.exceptions", "Boto3Error")
_VALUE_ERROR = Import("builtins", "ValueError")
_NO_CREDENTIALS = Import("botocore.exceptions", "NoCredentialsError")


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One exception class of boto 2.

    `becomes` are the classes to catch instead; none means that nothing is raised in that situation any more, and
    `advice` says so. `server`: the answer of a service, with status, code and message. `note`: what a person should
    know although the clause is right.
    """

    name: str
    becomes: tuple[Import, ...] = ()
    server: bool = False
    note: str = ""
    advice: str = ""


def _server(*names: str, note: str = "") -> tuple[ErrorRow, ...]:
    return tuple(ErrorRow(name, (CLIENT_ERROR,), True, note) for name in names)


def _client(*names: str) -> tuple[ErrorRow, ...]:
    note = "boto3 refuses bad arguments with ParamValidationError, and raises other errors of its own than boto 2"
    return tuple(ErrorRow(name, (_CORE_ERROR, _BOTO3_ERROR, _VALUE_ERROR), note=note) for name in names)


def _gone(advice: str, *names: str) -> tuple[ErrorRow, ...]:
    return tuple(ErrorRow(name, advice=advice) for name in names)


ERRORS: dict[str, ErrorRow] = {
    row.name: row
    for row in (
        *_server(
            "BotoServerError",
            "StorageResponseError",
            "S3ResponseError",
            "EC2ResponseError",
            "JSONResponseError",
            "SQSError",
            "SDBResponseError",
            "EmrResponseError",
            "DynamoDBResponseError",
            "SWFResponseError",
        ),
        *_server(
            "StorageCreateError",
            "S3CreateError",
            note="boto 2 raised this only for a 409 answer to create_bucket; ClientError is wider, look at the code",
        ),
        *_server(
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
        ErrorRow(
            "NoAuthHandlerFound",
            (_NO_CREDENTIALS,),
            note="boto3 looks for credentials at the first request, not when the client is made",
        ),
        ErrorRow(
            "TooManyAuthHandlerReadyToAuthenticate",
            (_NO_CREDENTIALS,),
            note="boto3 takes the first credentials that it finds and raises nothing when there are several",
        ),
        *_gone(
            "boto3 checks uploads with checksums that the service verifies; no such error is raised, the clause can go",
            "StorageDataError",
            "S3DataError",
        ),
        *_gone(
            "boto3 has no storage URIs; raise and catch a ValueError of your own where the URI is taken apart",
            "InvalidUriError",
        ),
        *_gone(
            "boto3 leaves checking to the service, which answers ClientError", "InvalidAclError", "InvalidCorsError"
        ),
        *_gone(
            "boto3 leaves checking to the service, which answers ClientError",
            "InvalidLifecycleConfigError",
            "InvalidEncryptionConfigError",
        ),
        *_gone(
            "boto3's transfers retry by themselves and raise ClientError or S3UploadFailedError",
            "ResumableUploadException",
            "ResumableDownloadException",
            "ResumableTransferDisposition",
        ),
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
