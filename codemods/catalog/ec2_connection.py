"""EC2Connection as a class: its methods by theme, what it inherits, and the region it belongs to."""

from __future__ import annotations

from codemods.catalog.credentials import CREDENTIALS
from codemods.catalog.ec2_connection_images import ACCOUNT, IMAGES, KEY_PAIRS, TAGS
from codemods.catalog.ec2_connection_instances import INSTANCES, SPOT
from codemods.catalog.ec2_connection_network import NETWORK
from codemods.catalog.ec2_connection_reserved import RESERVED
from codemods.catalog.ec2_connection_security import SECURITY
from codemods.catalog.ec2_connection_storage import STORAGE
from codemods.catalog.ec2_rows import REGION
from codemods.catalog.schema import BotoClass, Constant, Form, Idiom, Manual, Outcome, Rewrite, Use
from codemods.code import Code, code

_REQUEST = "This was boto 2's own request machinery: call the client's method for the operation instead."
_TRANSPORT = "botocore keeps its transport to itself: say what you need in botocore.config.Config(...)."


def _host(use: Use) -> Outcome:
    client = use.client()
    return Rewrite(code(f'{client.operand}.meta.endpoint_url.split("//")[1]', client))


def _region_name(use: Use) -> Outcome:
    client = use.client()
    return Rewrite(code(f"{client.operand}.meta.region_name", client))


def _client_error(use: Use) -> Outcome:
    return Rewrite(use.imported("botocore.exceptions", "ClientError"))


def _close(use: Use) -> Outcome:
    """Both libraries forget their open connections, and open new ones when the next request comes."""
    client = use.client()
    return Rewrite(code(f"{client.operand}.close()", client))


QUERY_CONNECTION = BotoClass(
    name="boto.connection.AWSQueryConnection",
    short="ec2.QueryConnection",
    form=Form.CLIENT,
    members=(
        Constant("APIVersion", Code('""')),
        Idiom("ResponseError", _client_error, attribute=True),
        Idiom("close", _close, gives="none"),
        Idiom("host", _host, gives="str", attribute=True),
        *CREDENTIALS,
        *(
            Manual(name, "This belonged to Google Cloud Storage; remove it.", "str", attribute=True)
            for name in ("gs_access_key_id", "gs_secret_access_key")
        ),
        *(
            Manual(name, _REQUEST)
            for name in (
                "build_base_http_request",
                "build_complex_list_params",
                "build_list_params",
                "get_list",
                "get_object",
                "get_path",
                "get_status",
                "get_utf8_value",
                "make_request",
                "set_request_hook",
            )
        ),
        *(
            Manual(name, _TRANSPORT)
            for name in (
                "get_http_connection",
                "get_proxy_auth_header",
                "get_proxy_url_with_auth",
                "handle_proxy",
                "new_http_connection",
                "prefix_proxy_to_path",
                "proxy_ssl",
                "put_http_connection",
                "server_name",
                "set_host_header",
                "skip_proxy",
            )
        ),
        *(
            Manual(name, _TRANSPORT, attribute=True)
            for name in (
                "auth_region_name",
                "auth_service_name",
                "ca_certificates_file",
                "connection",
                "debug",
                "host_header",
                "http_connection_kwargs",
                "http_exceptions",
                "http_unretryable_exceptions",
                "https_connection_factory",
                "https_validate_certificates",
                "is_secure",
                "no_proxy",
                "num_retries",
                "path",
                "port",
                "profile_name",
                "protocol",
                "provider",
                "proxy",
                "proxy_pass",
                "proxy_port",
                "proxy_user",
                "request_hook",
                "socket_exception_values",
                "suppress_consec_slashes",
                "use_proxy",
            )
        ),
    ),
)

EC2_CONNECTION = BotoClass(
    name="boto.ec2.connection.EC2Connection",
    short="ec2.Connection",
    form=Form.CLIENT,
    also=("boto.ec2.EC2Connection",),
    bases=("ec2.QueryConnection",),
    members=(
        REGION,
        Constant("APIVersion", Code('"2014-10-01"')),
        Constant("DefaultRegionName", Code('"us-east-1"')),
        Constant("DefaultRegionEndpoint", Code('"ec2.us-east-1.amazonaws.com"')),
        Manual("get_params", _TRANSPORT),
        Manual("build_filter_params", _REQUEST),
        Manual("build_tag_param_list", _REQUEST),
        Manual("build_configurations_param_list", _REQUEST),
        *IMAGES,
        *INSTANCES,
        *SPOT,
        *STORAGE,
        *SECURITY,
        *KEY_PAIRS,
        *NETWORK,
        *RESERVED,
        *TAGS,
        *ACCOUNT,
    ),
)

CONNECTION_REGION = BotoClass(
    # `connection.region` and `instance.region` are a RegionInfo in boto 2; here that is the client, which knows its
    # region. A region that came from a list of regions is a dict (ec2.Region).
    name="boto.ec2.connection.EC2Connection.region",
    short="ec2.ConnectionRegion",
    form=Form.CLIENT,
    members=(
        Idiom("name", _region_name, gives="str", attribute=True),
        Idiom("endpoint", _host, gives="str", attribute=True),
        Manual("connection", "A region needs no connection of its own; use the client at hand.", attribute=True),
        Manual("connection_cls", "boto3 has one class for clients: use the client at hand.", attribute=True),
        Manual(
            "connect", "Make a second client for the region: boto3.client('ec2', region_name=...).", "vpc.Connection"
        ),
    ),
)
