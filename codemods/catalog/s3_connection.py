"""Connections: a client stands for one. How connections are made has its own table, `connections.py`.

Sources: boto/s3/connection.py, boto/connection.py (what is inherited from AWSAuthConnection).
"""

from __future__ import annotations

from codemods.catalog import s3_direct_bucket
from codemods.catalog.credentials import CREDENTIALS
from codemods.catalog.s3_rows import HEADERS, NOT_PUBLIC, manual_attributes, manual_methods
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
    Rewrite,
    Use,
    required,
)
from codemods.code import Code, code
from codemods.emitted import s3_buckets, s3_urls

_SWALLOWS = "like boto 2, this takes every error for a missing bucket, also a refused or a failed request"
_OWN_CLASS = "boto3 makes no objects of your classes; write functions that take the bucket's name instead of a subclass"
_CREDENTIALS = "a client keeps its credentials to itself; ask boto3.Session().get_credentials(), or keep what you gave"
_TRANSPORT = "botocore keeps its connections to itself; what can be set is in botocore.config.Config"
_PROXIES = "give the client Config(proxies={'https': url}), or set HTTPS_PROXY"
_MADE_WITH = "a client cannot be changed once it is made; give boto3.client or its Config what is meant"


def _close(use: Use) -> Outcome:
    client = use.client()
    return Rewrite(code(f"{client.operand}.close()", client))


_BUCKETS: tuple[Member, ...] = (
    Helped("get_bucket", s3_buckets._get_bucket, "s3.Bucket", simple=s3_direct_bucket.get_bucket),
    Helped("head_bucket", s3_buckets._head_bucket, "s3.Bucket"),
    Helped("lookup", s3_buckets._lookup_bucket, "s3.Bucket?", note=_SWALLOWS),
    Helped("__contains__", s3_buckets._has_bucket, "bool", note=_SWALLOWS),
    Helped("get_all_buckets", s3_buckets._bucket_names, "[s3.Bucket]", simple=s3_direct_bucket.bucket_names),
    Helped("__iter__", s3_buckets._bucket_names, "iter s3.Bucket", simple=s3_direct_bucket.bucket_names),
    Helped("create_bucket", s3_buckets._create_bucket, "s3.Bucket", simple=s3_direct_bucket.create_bucket),
    Operation("delete_bucket", "DeleteBucket", (required("bucket", "Bucket"), HEADERS)),
    Operation("get_canonical_user_id", "ListBuckets", (HEADERS,), gives="str", at="Owner.ID"),
    Helped("generate_url", s3_urls._signed_url, "str"),
    Helped(
        "generate_url_sigv4",
        s3_urls._signed_url_v4,
        "str",
        refused={"iso_date": "boto3 always signs for the present moment; delete the argument"},
    ),
    Helped(
        "build_post_form_args",
        s3_urls._post_form,
        "{str: any}",
        note="the form is signed with signature version 4 now, so its fields have other names",
    ),
    Manual("build_post_policy", "generate_presigned_post takes conditions and makes the policy of a form", "str"),
    Manual("set_bucket_class", _OWN_CLASS),
    Manual("make_request", "call the client's method for the operation that this request is"),
)

_INHERITED: tuple[Member, ...] = (
    HelpedField("host", s3_buckets._host, "str", client=True),
    Idiom("close", _close, gives="none"),
    *CREDENTIALS,
    *manual_attributes(_CREDENTIALS, *"gs_access_key_id gs_secret_access_key profile_name".split()),
    *manual_attributes(
        _MADE_WITH,
        *"anon auth_region_name auth_service_name bucket_class ca_certificates_file calling_format "
        "https_connection_factory https_validate_certificates is_secure num_retries path port protocol "
        "suppress_consec_slashes".split(),
    ),
    *manual_attributes("boto3.set_stream_logger('botocore') logs every request; delete this", "debug"),
    *manual_attributes(_PROXIES, *"no_proxy proxy proxy_pass proxy_port proxy_user use_proxy".split()),
    *manual_attributes(
        _TRANSPORT,
        *"connection host_header http_connection_kwargs http_exceptions http_unretryable_exceptions "
        "request_hook socket_exception_values".split(),
    ),
    *manual_attributes("a provider is what boto 2 kept its headers in; name what you need of it", "provider"),
    *manual_methods(
        _TRANSPORT,
        *"build_base_http_request get_http_connection get_path new_http_connection put_http_connection server_name "
        "set_host_header".split(),
    ),
    *manual_methods(
        _PROXIES,
        *"get_proxy_auth_header get_proxy_url_with_auth handle_proxy prefix_proxy_to_path proxy_ssl skip_proxy".split(),
    ),
    Manual("set_request_hook", "register a handler with client.meta.events, for 'before-send.s3' for one"),
)

CONNECTION = BotoClass(
    "boto.s3.connection.S3Connection",
    "s3.Connection",
    Form.CLIENT,
    (
        *_BUCKETS,
        *_INHERITED,
        Constant("DefaultHost", Code('"s3.amazonaws.com"')),
        *manual_attributes(NOT_PUBLIC, "QueryString"),
        *manual_attributes("give the client Config(s3={'addressing_style': ...}) instead", "DefaultCallingFormat"),
    ),
)

LOCATION = BotoClass(
    "boto.s3.connection.Location",
    "s3.Location",
    Form.RECORD,
    (
        Manual("__init__", "boto 2's Location only held constants; use the names of the regions"),
        *(
            Constant(name, Code(f'"{value}"'))
            for name, value in (
                ("DEFAULT", ""),
                ("EU", "EU"),
                ("EUCentral1", "eu-central-1"),
                ("USWest", "us-west-1"),
                ("USWest2", "us-west-2"),
                ("SAEast", "sa-east-1"),
                ("APNortheast", "ap-northeast-1"),
                ("APSoutheast", "ap-southeast-1"),
                ("APSoutheast2", "ap-southeast-2"),
                ("CNNorth1", "cn-north-1"),
            )
        ),
    ),
)

_ADDRESSING = "botocore makes the URLs; Config(s3={'addressing_style': 'path'}) decides where the bucket stands in them"

CALLING_FORMATS = tuple(
    BotoClass(
        f"boto.s3.connection.{name}",
        f"s3.{name}",
        Form.NAME,
        manual_methods(
            _ADDRESSING, *"build_auth_path build_host build_path_base build_url_base get_bucket_server".split()
        ),
    )
    for name in (
        "OrdinaryCallingFormat",
        "ProtocolIndependentOrdinaryCallingFormat",
        "SubdomainCallingFormat",
        "VHostCallingFormat",
    )
)

_MARKER = BotoClass(
    "boto.s3.connection.NoHostProvided",
    "s3.NoHostProvided",
    Form.RECORD,
    manual_methods("leave endpoint_url out where there is no host of your own", "__init__"),
)

_HOST_REQUIRED = BotoClass(
    "boto.s3.connection.HostRequiredError",
    "s3.HostRequiredError",
    Form.RECORD,
    (
        *manual_methods("boto3 finds the host by the region and never raises this; delete the handler", "__init__"),
        *manual_attributes("boto3 never raises this; delete the handler", "reason"),
    ),
)

_FUNCTIONS = BotoModule(
    "boto.s3.connection",
    "s3",
    manual_methods(
        "S3 itself refuses bad names of buckets, with the code InvalidBucketName; delete the check",
        "check_lowercase_bucketname",
        "assert_case_insensitive",
    ),
)

CONNECTIONS: tuple[BotoClass | BotoModule, ...] = (
    CONNECTION,
    LOCATION,
    *CALLING_FORMATS,
    _MARKER,
    _HOST_REQUIRED,
    _FUNCTIONS,
)
