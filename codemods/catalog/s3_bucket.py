"""Buckets: `boto.s3.bucket.Bucket` is its name. Here are its keys, listings, uploads and settings.

Sources: boto/s3/bucket.py; botocore's s3 model.
"""

from __future__ import annotations

from codemods.catalog import s3_direct, s3_direct_bucket
from codemods.catalog.s3_rows import (
    HEADERS,
    NOT_PUBLIC,
    OBJECT_NAME,
    PARSING,
    client_of,
    itself,
    manual_attributes,
    manual_methods,
    new_name,
)
from codemods.catalog.schema import (
    BotoClass,
    BotoModule,
    Constant,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Member,
    Operation,
    Outcome,
    Param,
    Rewrite,
    Use,
    optional,
    required,
)
from codemods.code import Code
from codemods.emitted import (
    s3_acl,
    s3_buckets,
    s3_copying,
    s3_deleting,
    s3_keys,
    s3_listing,
    s3_multipart,
    s3_settings,
    s3_urls,
    s3_website,
)

_OWN_CLASS = "boto3 makes no objects of your classes; write functions that take the key's dict instead of a subclass"
_XML = "boto3 takes and gives dicts instead of XML; call client.{} with the dict"


def _new_bucket(use: Use) -> Outcome:
    name = use.arguments.get("name")
    return Rewrite(name.code if name is not None else Code("None"))


def _new_key(use: Use) -> Outcome:
    name = new_name(use.arguments.get("key_name"), use)
    return Rewrite(s3_direct.display(("Bucket", use.member("")), ("Key", name)))


_KEYS: tuple[Member, ...] = (
    Helped("get_key", s3_keys._get_key, "s3.Key?", simple=s3_direct_bucket.get_key),
    Helped("lookup", s3_keys._lookup_key, "s3.Key?"),
    Helped("__contains__", s3_keys._has_key, "bool"),
    Idiom("new_key", _new_key, (optional("key_name"),), "s3.Key"),
    Helped("delete_key", s3_deleting._delete_key, "s3.Key", simple=s3_direct_bucket.delete_key),
    Helped("delete_keys", s3_deleting._delete_keys, "s3.MultiDeleteResult"),
    Helped("copy_key", s3_copying._copy_key, "s3.Key", simple=s3_direct_bucket.copy_key),
    Helped("generate_url", s3_urls._bucket_url, "str"),
)

_LISTINGS: tuple[Member, ...] = (
    Helped("__iter__", s3_listing._keys, "iter s3.Key"),
    Helped(
        "list",
        s3_listing._list,
        "iter s3.Key | s3.Prefix",
        simple=s3_direct.listing,
        gives_without={"delimiter": "iter s3.Key"},
    ),
    Helped("get_all_keys", s3_listing._get_all_keys, "[s3.Key | s3.Prefix]", gives_without={"delimiter": "[s3.Key]"}),
    Helped(
        "list_versions",
        s3_listing._list_versions,
        "iter s3.Key | s3.DeleteMarker | s3.Prefix",
        gives_without={"delimiter": "iter s3.Key | s3.DeleteMarker"},
    ),
    Helped(
        "get_all_versions",
        s3_listing._get_all_versions,
        "[s3.Key | s3.DeleteMarker | s3.Prefix]",
        gives_without={"delimiter": "[s3.Key | s3.DeleteMarker]"},
    ),
    Helped("list_multipart_uploads", s3_listing._list_uploads, "iter s3.MultiPartUpload"),
    Helped(
        "get_all_multipart_uploads",
        s3_listing._get_all_uploads,
        "[s3.MultiPartUpload | s3.Prefix]",
        gives_without={"delimiter": "[s3.MultiPartUpload]"},
    ),
)

_UPLOADS: tuple[Member, ...] = (
    Helped(
        "initiate_multipart_upload",
        s3_multipart._initiate_multipart_upload,
        "s3.MultiPartUpload",
        simple=s3_direct_bucket.initiate_upload,
    ),
    Operation(
        "cancel_multipart_upload",
        "AbortMultipartUpload",
        (required("key_name", "Key", OBJECT_NAME), required("upload_id", "UploadId"), HEADERS),
    ),
    Manual(
        "complete_multipart_upload",
        "give complete_multipart_upload the parts as a list of PartNumber and ETag instead of XML",
        "s3.CompleteMultiPartUpload",
    ),
)

_ACLS: tuple[Member, ...] = (
    Helped("get_acl", s3_acl._get_acl, "s3.Policy"),
    Helped("set_acl", s3_acl._set_acl, simple=s3_direct_bucket.set_acl),
    Helped("set_canned_acl", s3_acl._set_canned_acl, simple=s3_direct_bucket.set_canned_acl),
    Helped("make_public", s3_acl._make_public, simple=s3_direct_bucket.make_public),
    Helped("add_email_grant", s3_acl._add_email_grant),
    Helped("add_user_grant", s3_acl._add_user_grant),
    Helped("list_grants", s3_acl._list_grants, "[s3.Grant]"),
    Helped("set_as_logging_target", s3_acl._set_as_logging_target),
    Manual("get_xml_acl", _XML.format("get_bucket_acl or get_object_acl"), "bytes"),
    Manual("set_xml_acl", _XML.format("put_bucket_acl(AccessControlPolicy=...) or put_object_acl")),
)


def _done(name: str, calls: str, *params: Param, fixed: dict[str, str] | None = None) -> Operation:
    """One AWS call that boto 2 answered with True."""
    return Operation(name, calls, (*params, HEADERS), gives="true", fixed=fixed or {})


_SETTINGS: tuple[Member, ...] = (
    Helped("get_location", s3_buckets._get_location, "str", simple=s3_direct_bucket.get_location),
    Helped("get_website_endpoint", s3_buckets._website_endpoint, "str"),
    Helped("get_versioning_status", s3_settings._get_versioning_status, "{str: str}"),
    Helped(
        "configure_versioning", s3_settings._configure_versioning, "true", simple=s3_direct_bucket.configure_versioning
    ),
    Helped("get_logging_status", s3_settings._get_logging_status, "s3.BucketLogging"),
    Helped("enable_logging", s3_settings._enable_logging, "true"),
    _done("disable_logging", "PutBucketLogging", fixed={"BucketLoggingStatus": "{}"}),
    Manual("set_xml_logging", _XML.format("put_bucket_logging(BucketLoggingStatus=...)"), "true"),
    Helped("get_lifecycle_config", s3_settings._get_lifecycle_config, "s3.Lifecycle"),
    Helped("configure_lifecycle", s3_settings._configure_lifecycle, "true"),
    _done("delete_lifecycle_configuration", "DeleteBucketLifecycle"),
    Helped("get_cors", s3_settings._get_cors, "s3.CORSConfiguration"),
    Helped("set_cors", s3_settings._set_cors, "true"),
    _done("delete_cors", "DeleteBucketCors"),
    Manual("get_cors_xml", _XML.format("get_bucket_cors"), "bytes"),
    Manual("set_cors_xml", _XML.format("put_bucket_cors(CORSConfiguration=...)"), "true"),
    Helped("get_tags", s3_settings._get_tags, "s3.Tags"),
    Helped("set_tags", s3_settings._set_tags, "true"),
    _done("delete_tags", "DeleteBucketTagging"),
    Helped(
        "set_xml_tags",
        s3_settings._set_xml_tags,
        "true",
        refused={"query_args": "boto3 takes no query arguments; call the client's method for what they ask for"},
    ),
    Manual("get_xml_tags", _XML.format("get_bucket_tagging"), "bytes"),
    Helped("get_website_configuration", s3_website._get_website_configuration, "{str: any}"),
    Helped("get_website_configuration_obj", s3_website._get_website, "s3.WebsiteConfiguration"),
    Helped("configure_website", s3_website._configure_website, "true"),
    Helped("set_website_configuration", s3_website._set_website, "true"),
    _done("delete_website_configuration", "DeleteBucketWebsite"),
    Manual("get_website_configuration_xml", _XML.format("get_bucket_website"), "str"),
    Manual("get_website_configuration_with_xml", _XML.format("get_bucket_website"), "({str: any}, str)"),
    Manual("set_website_configuration_xml", _XML.format("put_bucket_website(WebsiteConfiguration=...)"), "true"),
    Operation(
        "get_policy",
        "GetBucketPolicy",
        (HEADERS,),
        gives="str",
        at="Policy",
        note="boto3 gives the policy as str, boto 2 gave bytes on Python 3",
    ),
    _done("set_policy", "PutBucketPolicy", required("policy", "Policy")),
    _done("delete_policy", "DeleteBucketPolicy"),
    Helped("get_request_payment", s3_settings._get_request_payment, "bytes"),
    _done(
        "set_request_payment",
        "PutBucketRequestPayment",
        optional("payer", "RequestPaymentConfiguration.Payer", default='"BucketOwner"'),
    ),
    Operation("delete", "DeleteBucket", (HEADERS,)),
    *manual_methods(
        "boto3 has a method for each setting of a bucket or an object; call the one that is meant, with a dict",
        "get_subresource",
        "set_subresource",
    ),
)

_ATTRIBUTES: tuple[Member, ...] = (
    itself("name"),
    client_of("connection"),
    HelpedField(
        "creation_date",
        s3_buckets._creation_date,
        "str",
        client=True,
        note="a bucket is its name now, so this lists the buckets again",
    ),
    Constant("LoggingGroup", Code('"http://acs.amazonaws.com/groups/s3/LogDelivery"')),
    *manual_attributes(_OWN_CLASS, "key_class"),
    *manual_attributes(NOT_PUBLIC, "BucketPaymentBody", "VersioningBody", "VersionRE", "MFADeleteRE"),
)

BUCKET = BotoClass(
    "boto.s3.bucket.Bucket",
    "s3.Bucket",
    Form.NAME,
    (
        Idiom(
            "__init__",
            _new_bucket,
            (optional("connection"), optional("name"), Param("key_class", refused=_OWN_CLASS)),
            "s3.Bucket",
        ),
        *_ATTRIBUTES,
        *_KEYS,
        *_LISTINGS,
        *_UPLOADS,
        *_ACLS,
        *_SETTINGS,
        Manual("set_key_class", _OWN_CLASS),
        *manual_methods(NOT_PUBLIC, "validate_kwarg_names", "validate_get_all_versions_params"),
        *PARSING,
    ),
    also=("boto.s3.connection.Bucket",),
    address={"Bucket": ""},
    shape="Bucket",
    resource="Bucket",
    text="<Bucket: {}>",
)

_ENDPOINT = "ask bucket.get_location() for the region; get_website_endpoint() gives the whole host name"

WEBSITE_ENDPOINTS = BotoClass(
    "boto.s3.bucket.S3WebsiteEndpointTranslate",
    "s3.S3WebsiteEndpointTranslate",
    Form.RECORD,
    (*manual_methods(_ENDPOINT, "__init__", "translate_region"), *manual_attributes(_ENDPOINT, "trans_region")),
)

_PERMISSIONS = "READ WRITE READ_ACP WRITE_ACP FULL_CONTROL".split()


def _list_of(words: list[str]) -> Code:
    return Code("[" + ", ".join(f'"{word}"' for word in words) + "]")


BUCKET_CONSTANTS = (
    BotoModule(
        "boto.s3.bucket",
        "s3",
        (
            Constant("S3Permissions", _list_of(_PERMISSIONS), "[str]"),
            Constant("CannedACLStrings", _list_of(s3_direct.CANNED), "[str]"),
        ),
    ),
    BotoModule("boto.s3.acl", "s3", (Constant("CannedACLStrings", _list_of(s3_direct.CANNED), "[str]"),)),
)
