"""boto 2's storage URIs, which treated S3, Google Cloud Storage and local files alike; boto3 has no such thing.

Sources: boto/storage_uri.py, boto/__init__.py.
"""

from __future__ import annotations

from codemods.catalog.s3_rows import manual_attributes, manual_methods
from codemods.catalog.schema import BotoClass, BotoModule, Form, Manual

_URI = (
    "boto3 has no storage URIs: take the bucket and the name apart with urllib.parse.urlsplit (netloc, and path "
    "without its first slash) and {}"
)

_DOES = {
    "get_key": "call head_object",
    "new_key": "keep the two; no call is needed",
    "delete_key": "call delete_object",
    "list_bucket": "use get_paginator('list_objects_v2')",
    "get_all_keys": "use get_paginator('list_objects_v2')",
    "get_bucket": "call head_bucket, or keep the name",
    "get_all_buckets": "call list_buckets",
    "create_bucket": "call create_bucket",
    "delete_bucket": "call delete_bucket",
    "get_contents_to_stream": "call download_fileobj",
    "get_contents_to_file": "call download_fileobj",
    "get_contents_as_string": "call get_object(...)['Body'].read()",
    "set_contents_from_string": "call put_object",
    "set_contents_from_file": "call put_object with the open file as Body",
    "set_contents_from_stream": "call upload_fileobj",
    "copy_key": "call copy_object",
    "exists": "call head_object; a ClientError with status 404 means no",
    "get_acl": "call get_object_acl or get_bucket_acl",
    "set_acl": "call put_object_acl or put_bucket_acl",
    "set_canned_acl": "call put_object_acl(ACL=...)",
    "set_xml_acl": "call put_object_acl(AccessControlPolicy=...) with a dict",
    "add_email_grant": "call get_object_acl, add the grant and call put_object_acl",
    "add_user_grant": "call get_object_acl, add the grant and call put_object_acl",
    "list_grants": "call get_bucket_acl(...)['Grants']",
    "get_cors": "call get_bucket_cors",
    "set_cors": "call put_bucket_cors",
    "get_location": "call get_bucket_location",
    "enable_logging": "call put_bucket_logging",
    "disable_logging": "call put_bucket_logging(BucketLoggingStatus={})",
    "get_logging_config": "call get_bucket_logging",
    "get_website_config": "call get_bucket_website",
    "set_website_config": "call put_bucket_website",
    "get_versioning_config": "call get_bucket_versioning",
    "configure_versioning": "call put_bucket_versioning",
    "get_lifecycle_config": "call get_bucket_lifecycle_configuration",
    "configure_lifecycle": "call put_bucket_lifecycle_configuration",
    "set_metadata": "call copy_object onto itself with MetadataDirective='REPLACE'",
    "get_subresource": "call the client's method for that setting",
    "set_subresource": "call the client's method for that setting",
    "connect": "make a client with boto3.client('s3')",
    "clone_replace_name": "keep the bucket with the new name",
    "clone_replace_key": "keep the bucket and the name of the key",
    "names_bucket": "look whether the path is empty",
    "names_container": "look whether the path is empty",
    "names_object": "look whether the path is there",
    "names_singleton": "look whether the path is there",
    "names_provider": "look whether the netloc is empty",
}

_GOOGLE = "this is Google's storage; use the package google-cloud-storage"
_FILE = "this is a local file; use open, os.path and pathlib"
_PLAIN = "boto3 has no storage URIs; keep the parts of the URI in variables (urllib.parse.urlsplit takes it apart)"

_GOOGLE_METHODS = (
    "add_group_email_grant compose configure_billing get_billing_config get_def_acl get_encryption_config "
    "get_storage_class set_def_acl set_def_canned_acl set_def_xml_acl set_encryption_config set_storage_class"
).split()
_KINDS = "is_cloud_uri is_file_uri is_stream names_directory names_file has_version equals".split()
_INNER = "acl_class canned_acls check_response".split()
_SHARED = "connection connection_args provider_pool"

BUCKET_URI = BotoClass(
    "boto.storage_uri.BucketStorageUri",
    "s3.BucketStorageUri",
    Form.RECORD,
    (
        Manual("__init__", _PLAIN),
        *(Manual(name, _URI.format(does)) for name, does in _DOES.items()),
        *manual_methods(_GOOGLE, *_GOOGLE_METHODS),
        *manual_methods(_PLAIN, "get_provider", *_KINDS, *_INNER),
        *manual_attributes(
            _PLAIN,
            *f"bucket_name object_name uri scheme debug delim capabilities generation is_latest is_version_specific "
            f"md5 suppress_consec_slashes version_id version_specific_uri versionless_uri {_SHARED}".split(),
        ),
    ),
    also=("boto.BucketStorageUri",),
)

FILE_URI = BotoClass(
    "boto.storage_uri.FileStorageUri",
    "s3.FileStorageUri",
    Form.RECORD,
    (
        *manual_methods(
            _FILE,
            *"__init__ clone_replace_name close delete_key exists get_all_keys get_bucket get_contents_as_string "
            "get_contents_to_file get_contents_to_stream get_key list_bucket names_bucket names_container "
            "names_object names_provider names_singleton new_key connect".split(),
            *_KINDS,
            *_INNER,
        ),
        *manual_attributes(_FILE, *f"bucket_name object_name uri scheme debug delim stream {_SHARED}".split()),
    ),
    also=("boto.FileStorageUri",),
)

ABSTRACT_URI = BotoClass(
    "boto.storage_uri.StorageUri",
    "s3.StorageUri",
    Form.RECORD,
    (
        *manual_methods(
            _PLAIN,
            *"__init__ connect delete_key get_all_keys get_bucket get_contents_as_string get_contents_to_file "
            "get_contents_to_stream get_key has_version equals list_bucket new_key".split(),
            *_INNER,
        ),
        *manual_attributes(_PLAIN, *_SHARED.split()),
    ),
)

FUNCTIONS = BotoModule(
    "boto",
    "boto",
    (
        Manual(
            "storage_uri",
            "take the URI apart with urllib.parse.urlsplit: netloc is the bucket, path without its first slash the "
            "name; then call boto3.client('s3')",
            "s3.BucketStorageUri | s3.FileStorageUri",
        ),
        Manual(
            "storage_uri_for_key",
            "write f's3://{bucket}/{name}' with the Bucket and the Key of the key's dict",
            "s3.BucketStorageUri",
        ),
    ),
)

STORAGE_URIS: tuple[BotoClass | BotoModule, ...] = (BUCKET_URI, FILE_URI, ABSTRACT_URI, FUNCTIONS)
