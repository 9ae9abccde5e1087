"""Writes boto3 clients for boto 2 connections: region, endpoint, TLS, credentials and a resilient Config.

What boto 2 did by default is said explicitly (boto 2 never looked at AWS_DEFAULT_REGION or ~/.aws/config), and what is
not known at migration time is flagged, not guessed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from codemods import service_models
from codemods.catalog.connections import CONNECTORS, Connector
from codemods.catalog.schema import Argument, Flag, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import connections as emitted
from codemods.inference.values import BotoName, botos
from codemods.rewrite.arguments import DoesNotFit, bind
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.members import known_options
from codemods.rewrite.render import Renderer
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted
from codemods.rewrite.tuning import tuned_config
from codemods.rewrite.where_made import IN_LOOP, IN_THREAD, made_in_loop, made_in_thread

DEFAULT_REGION = "us-east-1"
"""Where boto 2 connects when nothing is said (EC2Connection.DefaultRegionName, S3's classic endpoint)."""

_AWS_HOST = re.compile(
    r"(?:s3|ec2)(?P<dualstack>\.dualstack)?(?:[.-](?P<region>[a-z]{2}(?:-[a-z]+)+-\d|external-1))?\.amazonaws\.com(?:\.cn)?"
)


REGIONS = frozenset({"ec2.Region", "s3.Region", "ec2.ConnectionRegion"})
"""The classes of regions: all of them can connect."""


class _Refused(Exception):
    """The connection cannot be converted; the message is the advice."""


@dataclass
class _Client:
    """A client on its way: keyword arguments, parts of its Config, and what a person should know."""

    keywords: dict[str, Code] = field(default_factory=dict)
    spread: list[Code] = field(default_factory=list)
    config: dict[str, Code] = field(default_factory=dict)
    s3: dict[str, Code] = field(default_factory=dict)
    session: Code | None = None
    notes: list[str] = field(default_factory=list)
    custom_host: bool = False


def connect(node: ast.Call, dotted: str, renderer: Renderer) -> tuple[Outcome, str, str] | None:
    """What stands for a call that makes a connection, its rule id and its service; None for any other call."""
    connector = connector_named(dotted, renderer)
    if connector is None:
        return None
    service = client_service(connector.service)
    rule = f"{service}.connection"
    use = renderer.use(node, "__init__")
    try:
        if _is_dynamic(node) and not _gives_only_keys(node, use):
            return _at_run_time(node, connector, use), rule, service
        return _connection(node, connector, use), rule, service
    except DoesNotFit as error:
        return Flag(f"write this client by hand: {error}"), rule, service
    except _Refused as error:
        return Flag(str(error)), rule, service


_KEYS = ("aws_access_key_id", "aws_secret_access_key")


def with_credentials(outcome: Outcome, node: ast.Call, renderer: Renderer) -> Outcome:
    """A connection in a `try` that catches NoAuthHandlerFound: credentials are looked for here, as boto 2 did."""
    child: ast.AST = node
    parent = renderer.draft.parent(node)
    while parent is not None and not isinstance(parent, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module):
        if isinstance(parent, ast.Try) and child in parent.body and _catches_none(parent, renderer):
            break
        child, parent = parent, renderer.draft.parent(parent)
    if not isinstance(parent, ast.Try) or not isinstance(outcome, Rewrite):
        return outcome
    given = [renderer.render(keyword.value) for keyword in node.keywords if keyword.arg in _KEYS]
    call = renderer.draft.call_helper(emitted._with_credentials, outcome.code, *given)
    return Rewrite(call, outcome.note)


def _catches_none(statement: ast.Try, renderer: Renderer) -> bool:
    wanted = ("NoAuthHandlerFound", "TooManyAuthHandlerReadyToAuthenticate")
    return any(
        isinstance(node, ast.Name | ast.Attribute)
        and any(isinstance(a, BotoName) and a.name.endswith(wanted) for a in renderer.type_of(node))
        for handler in statement.handlers
        if handler.type is not None
        for node in ast.walk(handler.type)
    )


def connect_region(node: ast.Call, func: ast.Attribute, short: str, renderer: Renderer) -> Outcome:
    """What stands for `region.connect(...)`, where boto 2 made the connection class that the region knew."""
    service = "s3" if short.startswith("s3.") else "ec2"
    cls = {"s3": "boto.s3.connection.S3Connection", "ec2": "boto.ec2.connection.EC2Connection"}[service]
    connector = replace(CONNECTORS[cls], leading=())
    use = renderer.use(node, "__init__")
    try:
        if _is_dynamic(node):
            raise DoesNotFit("its arguments are put together at run time (**)")
        region = use.argument(func.value)  # None could not connect
        return _connection(node, connector, use, {"region": replace(region, builtins=region.builtins - {"None"})})
    except DoesNotFit as error:
        return Flag(f"write this client by hand: {error}")
    except _Refused as error:
        return Flag(str(error))


def connector_named(dotted: str, renderer: Renderer) -> Connector | None:
    """The way to connect that a dotted name means."""
    cls = renderer.draft.view.catalog.class_named(dotted)
    return CONNECTORS.get(cls.name if cls is not None else dotted)


def _is_dynamic(node: ast.Call) -> bool:
    return any(isinstance(argument, ast.Starred) for argument in node.args) or any(
        keyword.arg is None for keyword in node.keywords
    )


def _gives_only_keys(node: ast.Call, use: MemberUse) -> bool:
    """True when what is put together at run time are credentials, which have the same names in boto3."""
    try:
        return not any(isinstance(argument, ast.Starred) for argument in node.args) and all(
            set(known_options(keyword.value, use)) <= {"aws_access_key_id", "aws_secret_access_key"}
            for keyword in node.keywords
            if keyword.arg is None
        )
    except DoesNotFit:
        return False


def _maker(connector: Connector, use: MemberUse) -> tuple[Code, list[Code]]:
    """The helper that takes boto 2's own arguments at run time, and what it has to be given besides."""
    service = client_service(connector.service)
    helper = emitted._s3_connection if service == "s3" else emitted._ec2_connection
    config = use.draft.shared_config(service)
    given = [code(f"config={config}", config)]
    if use.draft.view.styles.is_resource(service):
        given.append(Code('kind="resource"'))
    called = use.call(helper)
    return code(called.text.removesuffix("()"), called), given


def _at_run_time(node: ast.Call, connector: Connector, use: MemberUse) -> Outcome:
    """Arguments that are put together at run time go to a helper with boto 2's signature, as they are."""
    if connector.assumes or (connector.leading and connector.leading[0] == "url"):
        raise DoesNotFit("its arguments are put together at run time (* or **)")
    maker, given = _maker(connector, use)
    service = client_service(connector.service)
    parts: list[Code] = []
    region_first = connector.leading == ("region_name",)
    for index, argument in enumerate(node.args):
        if isinstance(argument, ast.Starred):
            if region_first:
                raise DoesNotFit("its arguments are put together at run time (*)")
            inner = use.render(argument.value)
            parts.append(code(f"*{inner.term}", inner))
        else:
            rendered = use.render(argument)
            parts.append(code(f"region_name={rendered}", rendered) if region_first and index == 0 else rendered)
    for keyword in node.keywords:
        rendered = use.render(keyword.value)
        text = f"**{rendered.term}" if keyword.arg is None else f"{keyword.arg}={rendered}"
        parts.append(code(text, rendered))
    spread = [part for part in parts if part.text.startswith("**")]
    parts = [*(part for part in parts if part not in spread), *given, *spread]
    inside = ", ".join(part.text for part in parts)
    note = "the arguments are known only at run time; the helper refuses those that boto3 has nothing for"
    made = code(f"{maker}({inside})", maker, *parts)
    if region_first and node.args and use.draft.view.uses.tested(node):
        known = use.call(emitted._region_names, Code(quoted(service)))
        region = use.render(node.args[0])
        made = code(f"{made} if {region.term} in {known} else None", made, known, binding=Binding.LOOSE)
    return Rewrite(made, note)


def connector_as_value(dotted: str, node: ast.expr, renderer: Renderer) -> Outcome | None:
    """A connection class or function that is handed on: what takes boto 2's arguments and makes a client."""
    connector = connector_named(dotted, renderer)
    if connector is None:
        return None
    if connector.leading == ("region_name",):
        return _to_region_as_value(connector, renderer.use(node, "__init__"))
    if connector.assumes or connector.leading[:1] == ("url",):
        return Flag("hand on a function that makes the boto3 client, with the arguments that its callers give")
    use = renderer.use(node, "__init__")
    maker, given = _maker(connector, use)
    partial = use.imported("functools", "partial")
    inside = ", ".join(part.text for part in (maker, *given))
    note = "callers may give boto 2's arguments still; the helper refuses those that boto3 has nothing for"
    return Rewrite(code(f"{partial}({inside})", partial, maker, *given), note)


def _to_region_as_value(connector: Connector, use: MemberUse) -> Outcome:
    service = client_service(connector.service)
    config, partial = use.draft.shared_config(service), use.imported("functools", "partial")
    is_resource = use.draft.view.styles.is_resource(service)
    called = use.call(emitted._resource_in_region if is_resource else emitted._connect_to_region)
    parts = [Code(called.text.removesuffix("()")), Code(quoted(service)), code(f"config={config}", config)]
    inside = ", ".join(part.text for part in parts)
    note = "callers may name the region and give boto3.client's arguments, such as aws_access_key_id"
    return Rewrite(code(f"{partial}({inside})", partial, called, *parts), note)


def _connection(
    node: ast.Call, connector: Connector, use: MemberUse, given: Mapping[str, Argument] | None = None
) -> Outcome:
    names = [*connector.leading, *(name for name in connector.parameters if name not in connector.leading)]
    bound = bind(node, names, allow_dynamic=True)
    for index, _ in enumerate(node.args):
        if index >= len(connector.leading):
            raise DoesNotFit("too many positional arguments")
    arguments = {
        name: argument
        for name, argument in ((name, use.argument(value)) for name, value in bound.by_name.items())
        if argument.literal is not None
    }
    arguments.update(given or {})
    for name, text in connector.assumes:
        arguments.setdefault(name, _assumed(text, node))
    service = client_service(connector.service)
    client = _Client()
    for keyword in node.keywords:
        if keyword.arg is None:
            spread = use.render(keyword.value)
            client.spread.append(code(f"**{spread.term}", spread))
    _region_and_endpoint(connector, service, arguments, client, use)
    _credentials(arguments, client, use)
    _transport(arguments, client, use)
    _signature(service, arguments, client, use)
    for name in arguments:
        if name not in _HANDLED:
            raise _Refused(f"boto3 has nothing like {name}; write this client by hand")
    return _written(node, connector, service, client, use)


_HANDLED = frozenset(
    """
    region_name host port path is_secure region url aws_access_key_id aws_secret_access_key
    security_token profile_name proxy proxy_port proxy_user proxy_pass validate_certs debug
    calling_format anon provider https_connection_factory suppress_consec_slashes bucket_class
    api_version
    """.split()
)


def _assumed(text: str, node: ast.Call) -> Argument:
    parsed = ast.parse(text, mode="eval").body
    value = {"OrdinaryCallingFormat()": "path"}.get(text)
    literal = value if value is not None else ast.literal_eval(parsed)
    return Argument(Code(repr(literal)), parsed, frozenset(), frozenset({type(literal).__name__}), True, literal)


def _region_and_endpoint(
    connector: Connector, service: str, arguments: dict[str, Argument], client: _Client, use: MemberUse
) -> None:
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


def _from_host(host: Argument | None, arguments: dict[str, Argument], client: _Client, use: MemberUse) -> None:
    parts: list[Argument | None] = [arguments.get(name) for name in ("port", "is_secure", "path")]
    match = _AWS_HOST.fullmatch(host.literal) if host is not None and isinstance(host.literal, str) else None
    if host is None or match is not None:
        own_port = arguments.get("port")
        if own_port is not None and own_port.literal not in (80, 443):
            raise _Refused("an AWS host with a port of its own: say what it is for in endpoint_url=")
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


def _tls(arguments: dict[str, Argument], client: _Client) -> None:
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
    region: Argument, service: str, arguments: dict[str, Argument], client: _Client, use: MemberUse
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
    raise _Refused("the region argument may be anything here; pass its name as region_name= to boto3.client")


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


def _credentials(arguments: dict[str, Argument], client: _Client, use: MemberUse) -> None:
    for name, keyword in (
        ("aws_access_key_id", "aws_access_key_id"),
        ("aws_secret_access_key", "aws_secret_access_key"),
        ("security_token", "aws_session_token"),
    ):
        if name in arguments:
            client.keywords[keyword] = arguments[name].code
    if ("aws_access_key_id" in arguments) != ("aws_secret_access_key" in arguments):
        client.notes.append(
            "only half of the credentials is given: boto 2 took the other half from its configuration, boto3 refuses"
        )
    profile = arguments.get("profile_name")
    if profile is not None:
        session = use.imported("boto3")
        client.session = code(f"{session}.session.Session(profile_name={profile.code})", session, profile.code)
        client.notes.append(
            "a profile now wins over AWS_ACCESS_KEY_ID in the environment (in boto 2 the environment won), and boto3 "
            "raises ProfileNotFound for an unknown one"
        )


def _transport(arguments: dict[str, Argument], client: _Client, use: MemberUse) -> None:
    proxy = arguments.get("proxy")
    if proxy is not None:
        rest = {
            parameter: arguments[name].code
            for name, parameter in (("proxy_port", "port"), ("proxy_user", "user"), ("proxy_pass", "password"))
            if name in arguments
        }
        port = arguments.get("proxy_port")
        number = port.literal if port is not None else ""
        if isinstance(proxy.literal, str) and set(rest) <= {"port"} and isinstance(number, str | int):
            url = quoted(f"http://{proxy.literal}" + (f":{number}" if number else ""))
            client.config["proxies"] = Code(f'{{"http": {url}, "https": {url}}}')
        else:
            client.config["proxies"] = use.call(emitted._proxies, proxy.code, **rest)
    certificates = arguments.get("validate_certs")
    if certificates is not None and certificates.literal is not True:
        client.notes.append(
            "validate_certs=False is dropped: on today's Python boto 2 verified certificates all the same; pass "
            "verify=False only if you must"
        )
    for name, advice in (
        ("https_connection_factory", "boto3 has no https_connection_factory; give verify= or a proxies Config instead"),
        ("bucket_class", "boto3 has no bucket classes; put what the class adds into functions that take the client"),
        ("api_version", "boto3 speaks the current API only; drop api_version and look at what the code expects"),
    ):
        if name in arguments:
            raise _Refused(advice)
    provider = arguments.get("provider")
    if provider is not None and provider.literal != "aws":
        raise _Refused("boto3 speaks to AWS; for another provider give endpoint_url and its own keys")


def _signature(service: str, arguments: dict[str, Argument], client: _Client, use: MemberUse) -> None:
    anon = arguments.get("anon")
    if anon is not None and anon.literal is not False:
        unsigned = use.imported("botocore", "UNSIGNED")
        if anon.literal is True:
            client.config["signature_version"] = unsigned
        else:
            text = f'{unsigned} if {anon.code.term} else "s3v4"'
            client.config["signature_version"] = code(text, unsigned, anon.code, binding=Binding.LOOSE)
    if (
        arguments.get("suppress_consec_slashes") is not None
        and arguments["suppress_consec_slashes"].literal is not True
    ):
        raise _Refused(
            "suppress_consec_slashes=False keeps slashes in names; write this client by hand and use names as they are"
        )
    style = arguments.get("calling_format")
    if style is not None:
        client.s3["addressing_style"] = _addressing_style(style)
    elif service == "s3" and (client.custom_host or _signs_urls_for_a_region(client, use)):
        client.s3["addressing_style"] = Code('"virtual"')
    if client.custom_host and service == "s3":
        client.config["request_checksum_calculation"] = Code('"when_required"')
        client.config["response_checksum_validation"] = Code('"when_required"')


def _signs_urls_for_a_region(client: _Client, use: MemberUse) -> bool:
    """boto3 signs URLs for the global host unless it is told `virtual`; boto 2 signed them for the region's host."""
    region = client.keywords.get("region_name")
    is_default = region is None or region.text == quoted(DEFAULT_REGION)
    return not is_default and use.draft.view.uses.called_anywhere("generate_url")


def _addressing_style(style: Argument) -> Code:
    if isinstance(style.literal, str):
        known = {"OrdinaryCallingFormat": '"path"', "SubdomainCallingFormat": '"virtual"'}
        name = style.literal.rpartition(".")[2]
        if name in known:
            return Code(known[name])
        if style.literal in ("path", "virtual"):
            return Code(quoted(style.literal))
    if style.classes and style.classes <= {"s3.OrdinaryCallingFormat", "s3.SubdomainCallingFormat"}:
        text = style.code.text
        return Code(text.replace("'", '"'), style.code.needs) if text in ("'path'", "'virtual'") else style.code
    raise _Refused("the calling format may be anything here; give addressing_style 'path' or 'virtual' in the Config")


def _written(node: ast.Call, connector: Connector, service: str, client: _Client, use: MemberUse) -> Outcome:
    parts: list[Code] = [Code(quoted(service))]
    parts += [code(f"{name}={value}", value) for name, value in client.keywords.items()]
    parts += client.spread
    config = _config(service, client, use)
    parts.append(code(f"config={config}", config))
    region = client.keywords.get("region_name")
    named = region is not None and region.text[1:-1] in service_models.regions(service)
    may_be_none = connector.gives.endswith("?") and not named and use.draft.view.uses.tested(node)
    inside = ", ".join(part.text for part in parts)
    boto3 = use.imported("boto3")
    kind = "resource" if use.draft.view.styles.is_resource(service) else "client"
    if may_be_none and client.session is None and region is not None:
        rest = [part for part in parts if not part.text.startswith("region_name=")]
        helper = emitted._connect_to_region if kind == "client" else emitted._resource_in_region
        call = use.call(helper, rest[0], region, *rest[1:])
        return Rewrite(call, "; ".join(client.notes))
    maker = client.session or boto3
    module, analysis = use.draft.module, use.draft.view.analysis
    in_thread = made_in_thread(node, module, analysis)
    if made_in_loop(node, module):
        use.draft.find(node, f"{service}.connection", IN_LOOP)
    if in_thread:
        use.draft.find(node, f"{service}.connection", IN_THREAD)
    if client.session is None and (use.draft.view.changes_environment or in_thread):
        maker = code(f"{boto3}.session.Session()", boto3)
    return Rewrite(code(f"{maker}.{kind}({inside})", maker, *parts), "; ".join(client.notes))


def _config(service: str, client: _Client, use: MemberUse) -> Code:
    shared = use.draft.shared_config(service)
    extra = dict(client.config)
    if isinstance(use.node, ast.Call):
        extra |= tuned_config(use.node, use.draft.view, use.draft.module)
    if client.s3:
        entries = ", ".join(f"{quoted(name)}: {value}" for name, value in client.s3.items())
        extra["s3"] = code(f"{{{entries}}}", *client.s3.values())
    if not extra:
        return shared
    config = use.imported("botocore.config", "Config")
    inside = ", ".join(f"{name}={value}" for name, value in extra.items())
    return code(f"{shared}.merge({config}({inside}))", shared, config, *extra.values())
