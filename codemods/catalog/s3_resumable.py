"""Downloads that a later run of the program resumes: boto3 has none. Source: boto/s3/resumable_download_handler.py."""

from __future__ import annotations

from codemods.catalog.s3_rows import manual_attributes, manual_methods
from codemods.catalog.schema import BotoClass, BotoModule, Form

_HANDLER = (
    "boto3 cannot resume a download in a later run; call download_file, which retries its parts, or ask for the "
    "missing rest with get_object(Range='bytes=N-')"
)

HANDLER = BotoClass(
    "boto.s3.resumable_download_handler.ResumableDownloadHandler",
    "s3.ResumableDownloadHandler",
    Form.RECORD,
    (
        *manual_methods(_HANDLER, "__init__", "get_file"),
        *manual_attributes(
            _HANDLER,
            *"MIN_ETAG_LEN RETRYABLE_EXCEPTIONS download_start_point etag_value_for_current_download num_retries "
            "tracker_file_name".split(),
        ),
    ),
)

CALLBACK = BotoClass(
    "boto.s3.resumable_download_handler.ByteTranslatingCallbackHandler",
    "s3.ByteTranslatingCallbackHandler",
    Form.RECORD,
    (
        *manual_methods(_HANDLER, "__init__", "call"),
        *manual_attributes(_HANDLER, "download_start_point", "proxied_cb"),
    ),
)

SIZE = BotoModule(
    "boto.s3.resumable_download_handler",
    "s3",
    manual_methods("ask os.path.getsize, or os.fstat(fp.fileno()).st_size for an open file", "get_cur_file_size"),
)

RESUMABLE: tuple[BotoClass | BotoModule, ...] = (HANDLER, CALLBACK, SIZE)
