"""How connections are made on boto 2: every class and function that gives one, with its arguments in order.

The rows tell the inference what comes out; `codemods.rewrite.connections` writes the client.
Sources: boto/__init__.py, boto/s3/__init__.py, boto/ec2/__init__.py, boto/vpc/__init__.py, boto/regioninfo.py,
boto/s3/connection.py, boto/ec2/connection.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from codemods.catalog.schema import (
    NONE_CODE,
    BotoClass,
    BotoModule,
    Constant,
    Field,
    Form,
    Idiom,
    Manual,
    Outcome,
    Param,
    Rewrite,
    Use,
    required,
)
from codemods.code import Code, code
from codemods.emitted import connections as emitted

_S3 = (
    "aws_access_key_id aws_secret_access_key is_secure port proxy proxy_port proxy_user proxy_pass host debug "
    "https_connection_factory calling_format path provider bucket_class security_token suppress_consec_slashes anon "
    "validate_certs profile_name"
)
_EC2 = (
    "aws_access_key_id aws_secret_access_key is_secure host port proxy proxy_port proxy_user proxy_pass debug "
    "https_connection_factory region path api_version security_token validate_certs profile_name"
)


@dataclass(frozen=True, slots=True)
class Connector:
    """One way to make a connection.

    `leading` are its own positional parameters; every other one is a keyword of the connection class, whose
    parameters are `parameters`. `assumes` are values, as source text, that the function itself fixes.
    """

    name: str
    service: str
    gives: str
    leading: tuple[str, ...]
    parameters: tuple[str, ...]
    assumes: tuple[tuple[str, str], ...] = ()


def _connector(
    name: str, service: str, leading: str = "", assumes: tuple[tuple[str, str], ...] = (), gives: str = ""
) -> Connector:
    parameters = (_S3 if service == "s3" else _EC2).split()
    return Connector(
        name, service, gives or f"{service}.Connection", tuple(leading.split()), tuple(parameters), assumes
    )


_KEYS = "aws_access_key_id aws_secret_access_key"
_WALRUS = (
    ("port", "8773"),
    ("path", "'/services/Walrus'"),
    ("is_secure", "False"),
    ("calling_format", "OrdinaryCallingFormat()"),
)
_EUCA = (("port", "8773"), ("path", "'/services/Eucalyptus'"), ("is_secure", "False"))

CONNECTORS: dict[str, Connector] = {
    connector.name: connector
    for connector in (
        _connector("boto.connect_s3", "s3", _KEYS),
        _connector("boto.s3.connection.S3Connection", "s3", _S3),
        _connector("boto.s3.connect_to_region", "s3", "region_name", gives="s3.Connection?"),
        _connector("boto.connect_walrus", "s3", f"host {_KEYS} is_secure port path", _WALRUS),
        _connector("boto.connect_ec2", "ec2", _KEYS),
        _connector("boto.ec2.connection.EC2Connection", "ec2", _EC2),
        _connector("boto.ec2.connect_to_region", "ec2", "region_name", gives="ec2.Connection?"),
        _connector("boto.connect_euca", "ec2", f"host {_KEYS} port path is_secure", _EUCA),
        _connector("boto.connect_ec2_endpoint", "ec2", f"url {_KEYS}"),
        _connector("boto.connect_vpc", "vpc", _KEYS),
        _connector("boto.vpc.VPCConnection", "vpc", _EC2),
        _connector("boto.vpc.connect_to_region", "vpc", "region_name", gives="vpc.Connection?"),
    )
}
"""Every way to make an S3, EC2 or VPC connection, by dotted name."""

_CLASSES = (
    BotoClass(
        "boto.s3.connection.S3Connection",
        "s3.Connection",
        Form.CLIENT,
        (
            Constant("DefaultHost", Code("'s3.amazonaws.com'")),
            Manual("__init__", "make a boto3 client: boto3.client('s3', ...)"),
        ),
        also=("boto.connection.S3Connection",),
    ),
    BotoClass(
        "boto.ec2.connection.EC2Connection",
        "ec2.Connection",
        Form.CLIENT,
        (
            Constant("DefaultRegionName", Code("'us-east-1'")),
            Constant("DefaultRegionEndpoint", Code("'ec2.us-east-1.amazonaws.com'")),
            Manual("__init__", "make a boto3 client: boto3.client('ec2', ...)"),
        ),
        also=("boto.ec2.EC2Connection",),
    ),
    BotoClass(
        "boto.vpc.VPCConnection",
        "vpc.Connection",
        Form.CLIENT,
        (Manual("__init__", "make a boto3 client: boto3.client('ec2', ...)"),),
        bases=("ec2.Connection",),
    ),
)

_FORMATS = tuple(
    BotoClass(
        f"boto.s3.connection.{name}",
        f"s3.{name}",
        Form.NAME,
        (Constant("__init__", Code(repr(style)), gives=f"s3.{name}"),)
        if style
        else (
            Manual("__init__", "boto3 has no such addressing; pass endpoint_url for your host and 'path' or 'virtual'"),
        ),
    )
    for name, style in (
        ("OrdinaryCallingFormat", "path"),
        ("SubdomainCallingFormat", "virtual"),
        ("VHostCallingFormat", ""),
        ("ProtocolIndependentOrdinaryCallingFormat", ""),
    )
)
"""A calling format is the addressing style of the Config: a str."""

_REGION_PARAMS = tuple(Param(name) for name in ("connection", "name", "endpoint", "connection_cls"))


def _region_made(use: Use) -> Outcome:
    name, endpoint = (use.arguments[key].code if key in use.arguments else NONE_CODE for key in ("name", "endpoint"))
    return Rewrite(code(f'{{"RegionName": {name}, "Endpoint": {endpoint}}}', name, endpoint))


_REGION = BotoClass(
    "boto.ec2.regioninfo.EC2RegionInfo",
    "ec2.Region",
    Form.RECORD,
    (
        Field("name", "RegionName", sure=True),
        Field("endpoint", "Endpoint", sure=True),
        Idiom("__init__", _region_made, _REGION_PARAMS, "ec2.Region"),
        Manual("connect", "call boto3.client(service, region_name=...) with this region's name", "vpc.Connection"),
    ),
    also=("boto.regioninfo.RegionInfo", "boto.ec2.regioninfo.RegionInfo", "boto.ec2.RegionInfo", "boto.vpc.RegionInfo"),
    shape="Region",
    text="RegionInfo:{RegionName}",
)
"""A region is a dict as describe_regions gives it; `codemods.rewrite.connections` writes what `connect` stands for."""

_S3_REGION = BotoClass(
    "boto.s3.S3RegionInfo",
    "s3.Region",
    Form.RECORD,
    (
        Idiom("__init__", _region_made, _REGION_PARAMS, "s3.Region"),
        Manual("connect", "call boto3.client('s3', region_name=...) with this region's name", "s3.Connection"),
    ),
    bases=("ec2.Region",),
    text="RegionInfo:{RegionName}",
)


def _regions(service: str) -> tuple[Idiom, ...]:
    def all_regions(use: Use) -> Outcome:
        return Rewrite(
            use.call(emitted._regions, Code(f'"{service}"')),
            "boto3 knows more regions than boto 2 did; opt-in regions answer AuthFailure until they are enabled",
        )

    def one_region(use: Use) -> Outcome:
        return Rewrite(use.call(emitted._region, Code(f'"{service}"'), use.arguments["region_name"].code))

    name = required("region_name")
    return (
        Idiom("regions", all_regions, gives=f"[{service}.Region]"),
        Idiom("get_region", one_region, (name,), gives=f"{service}.Region?"),
    )


def _functions(module: str) -> tuple[Manual, ...]:
    return tuple(
        Manual(connector.name.removeprefix(f"{module}."), "make a boto3 client", gives=connector.gives)
        for connector in CONNECTORS.values()
        if connector.name.rpartition(".")[0] == module and connector.name.rpartition(".")[2].startswith("connect_")
    )


_MODULES = (
    BotoModule("boto", "boto", _functions("boto")),
    BotoModule("boto.s3", "s3", _functions("boto.s3") + _regions("s3")),
    BotoModule("boto.ec2", "ec2", _functions("boto.ec2") + _regions("ec2")),
    BotoModule("boto.vpc", "ec2", _functions("boto.vpc") + _regions("ec2")),
)

CONNECTIONS: tuple[BotoClass | BotoModule, ...] = (*_CLASSES, *_FORMATS, _REGION, _S3_REGION, *_MODULES)
"""What the inference and the planner know of connections and regions."""
