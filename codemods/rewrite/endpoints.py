"""Where a client connects: region, endpoint and TLS, from what the boto 2 call said of them."""

from __future__ import annotations

import ast
import re

from codemods.catalog.connections import Connector
from codemods.catalog.schema import Argument
from codemods.code import Binding, Code, code
from codemods.emitted import connections as emitted
from codemods.inference.values import botos
from codemods.rewrite.arguments import bind
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.new_client import DEFAULT_REGION, NewClient, Refused
from codemods.rewrite.text import quoted

_AWS_HOST = re.compile(
    r"(?:s3|ec2)(?P<dualstack>\.dualstack)?(?:[.-](?P<region>[a-z]{2}(?:-[a-z]+)+-\d|external-1))?\.amazonaws\.com(?:\.cn)?"
)


def region_and_endpoint(
    connector: Connector, service: str, arguments: dict[str, Argument], client: NewClient, use: MemberUse
) -> None:
    """Say where the client connects: by region name, or by an endpoint of its own."""
    if "url" in arguments:
        client.keywords["region_name"] = Code(quoted(DEFAULT_REGION))
        client.keywords["endpoint_url"] = arguments["url"].code
        client.custom_host = True
        return
    if "region_name" in arguments and not arguments.get("host"):
        client.keywords["region_name"] = arguments["region_name"].code
        _tls(arguments, client)
        return
    region = arguments.get("region")
    if region is not None:
        _from_region(region, service, arguments, client, use)
        return
    _from_host(arguments.get("host"), arguments, client, use)


def _from_host(host: Argument | None, arguments: dict[str, Argument], client: NewClient, use: MemberUse) -> None:
    parts: list[Argument | None] = [arguments.get(name) for name in ("port", "is_secure", "path")]
    match = _AWS_HOST.fullmatch(host.literal) if host is not None and isinstance(host.literal, str) else None
    if host is None or match is not None:
        own_port = arguments.get("port")
        if own_port is not None and own_port.literal not in (80, 443):
            raise Refused("an AWS host with a port of its own: say what it is for in endpoint_url=")
        region = match["region"] if match is not None else None
        client.keywords["region_name"] = Code(quoted(region if region and region != "external-1" else DEFAULT_REGION))
        if match is not None and match["dualstack"]:
            client.config["use_dualstack_endpoint"] = Code("True")
        _tls(arguments, client)
        return
    client.custom_host = True
    if host.is_literal and all(part is None or part.is_literal for part in parts):
        port, secure, path = (part.literal if part is not None else None for part in parts)
        is_secure = True if secure is None and arguments.get("is_secure") is None else bool(secure)
        client.keywords["region_name"] = Code(quoted(DEFAULT_REGION))
        client.keywords["endpoint_url"] = Code(quoted(_url(str(host.literal), port, is_secure, path)))
        return
    given = {name: part.code for name, part in zip(("port", "is_secure", "path"), parts, strict=True) if part}
    call = use.call(emitted._endpoint, host.code, **given)
    client.spread.append(code(f"**{call}", call))


def _url(host: str, port: object, is_secure: bool, path: object) -> str:
    scheme = "https" if is_secure else "http"
    text = f"{scheme}://{host}" + (f":{port}" if port else "")
    return text + str(path or "/").rstrip("/")


def _tls(arguments: dict[str, Argument], client: NewClient) -> None:
    """`is_secure`, kept as it was: boto 2 took any true value, boto3 wants a bool and takes None for True."""
    secure = arguments.get("is_secure")
    if secure is None or (secure.is_literal and secure.literal):
        return
    if secure.is_literal:
        client.keywords["use_ssl"] = Code("False")
    elif secure.only("bool") and not secure.may_be_none:
        client.keywords["use_ssl"] = secure.code
    else:
        client.keywords["use_ssl"] = code(f"bool({secure.code})", secure.code)


def _from_region(
    region: Argument, service: str, arguments: dict[str, Argument], client: NewClient, use: MemberUse
) -> None:
    made = _region_literal(region, use)
    if made is not None:
        name, endpoint = made
        if endpoint is not None and _AWS_HOST.fullmatch(str(endpoint.literal)) is None:
            client.custom_host = True
            client.keywords["region_name"] = name
            parts = [arguments.get(part) for part in ("port", "is_secure", "path")]
            if endpoint.is_literal and all(part is None or part.is_literal for part in parts):
                port, secure, path = (part.literal if part is not None else None for part in parts)
                is_secure = arguments.get("is_secure") is None or bool(secure)
                client.keywords["endpoint_url"] = Code(quoted(_url(str(endpoint.literal), port, is_secure, path)))
                return
            given = {n: part.code for n, part in zip(("port", "is_secure", "path"), parts, strict=True) if part}
            call = use.call(emitted._endpoint, endpoint.code, **given)
            client.keywords["endpoint_url"] = code(f'{call}["endpoint_url"]', call)
            return
        client.keywords["region_name"] = name
        _tls(arguments, client)
        return
    if region.classes == frozenset({"ec2.ConnectionRegion"}) and region.only("ec2.ConnectionRegion"):
        client.keywords["region_name"] = code(f"{region.code.operand}.meta.region_name", region.code)
        _tls(arguments, client)
        return
    if region.classes and region.classes <= {"ec2.Region", "s3.Region"}:
        if any(atom.member.endswith("__init__") for atom in botos(use.draft.view.analysis.type_of(region.node))):
            given = {n: arguments[n].code for n in ("port", "is_secure", "path") if n in arguments}
            call = use.call(emitted._in_region, region.code, **given)
            client.spread.append(code(f"**{call}", call))
            return
        name = use.member("RegionName", region)
        if region.may_be_none and region.known:
            name = code(f"{name} if {region.code.term} else {quoted(DEFAULT_REGION)}", name, binding=Binding.LOOSE)
        client.keywords["region_name"] = name
        _tls(arguments, client)
        return
    raise Refused("the region argument may be anything here; pass its name as region_name= to boto3.client")


def _region_literal(region: Argument, use: MemberUse) -> tuple[Code, Argument | None] | None:
    """The name and the endpoint when the argument is `get_region(name)` or `RegionInfo(name=..., endpoint=...)`."""
    node = region.node
    if not isinstance(node, ast.Call):
        return None
    for atom in botos(use.draft.view.analysis.type_of(node)):
        if atom.birth is node and atom.member.endswith(".get_region") and node.args:
            return use.argument(node.args[0]).code, None
        if atom.birth is node and atom.member in ("ec2.Region.__init__", "s3.Region.__init__"):
            bound = bind(node, ["connection", "name", "endpoint", "connection_cls"])
            name = bound.by_name.get("name")
            endpoint = bound.by_name.get("endpoint")
            named = use.argument(name).code if name is not None else Code(quoted(DEFAULT_REGION))
            return named, use.argument(endpoint) if endpoint is not None else None
    return None
