"""All of boto 2's S3: one tuple of the tables that stand beside this file."""

from __future__ import annotations

from codemods.catalog.s3_acl import ACLS
from codemods.catalog.s3_bucket import BUCKET, BUCKET_CONSTANTS, WEBSITE_ENDPOINTS
from codemods.catalog.s3_connection import CONNECTIONS
from codemods.catalog.s3_key import KEY, KEY_CONSTANTS, KEY_FILE
from codemods.catalog.s3_lifecycle import LIFECYCLES
from codemods.catalog.s3_listing import DELETE_MARKER, LISTERS, PREFIX, RESULT_SETS
from codemods.catalog.s3_multipart import MULTIPART
from codemods.catalog.s3_resumable import RESUMABLE
from codemods.catalog.s3_settings import SETTINGS
from codemods.catalog.s3_storage_uri import STORAGE_URIS
from codemods.catalog.schema import BotoClass, BotoModule

S3: tuple[BotoClass | BotoModule, ...] = (
    *CONNECTIONS,
    BUCKET,
    *BUCKET_CONSTANTS,
    WEBSITE_ENDPOINTS,
    KEY,
    KEY_CONSTANTS,
    KEY_FILE,
    PREFIX,
    DELETE_MARKER,
    *RESULT_SETS,
    LISTERS,
    *ACLS,
    *MULTIPART,
    *SETTINGS,
    *LIFECYCLES,
    *STORAGE_URIS,
    *RESUMABLE,
)
"""Classes, functions and constants of boto.s3 and boto.storage_uri."""
