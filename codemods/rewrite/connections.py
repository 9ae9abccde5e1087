"""Writes boto3 clients for boto 2 connections: region, endpoint, TLS, credentials and a resilient Config.

What boto 2 did by default is said explicitly (boto 2 never looked at AWS_DEFAULT_REGION or ~/.aws/config), and what is
not known at migration time is flagged, not guessed.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from codemods import service_models
from codemods.catalog.connections import CONNECTORS, Connector
from codemods.catalog.schema import Argument, Flag, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import connections as emitted
from codemods.rewrite.arguments import DoesNotFit, bind
from codemods.rewrite.client_config import config_of, signature, transport
from codemods.rewrite.credentials import MAY_RUN_OUT, RUN_OUT, credentials, expiring_spread, from_metadata
from codemods.rewrite.endpoints import region_and_endpoint
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.members import known_options
from codemods.rewrite.new_client import NewClient, Refused
from codemods.rewrite.render import Renderer
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted
from codemods.rewrite.where_made import IN_LOOP, IN_THREAD, made_in_loop, made_in_thread

REGIONS = frozenset({"ec2.Region", "s3.Region", "ec2.ConnectionRegion"})
"""The classes of regions: all of them can connect."""


def connect(node: ast.Call, dotted: str, renderer: Renderer) -> tuple[Outcome, str, str] | None:
    """What stands for a call that makes a connection, its rule id and its service; None for any other call."""
    connector = connector_named(dotted, renderer)
    if connector is None:
        return None
    service = client_service(connector.service)
    rule = f"{service}.connection"
    use = renderer.use(node, "__init__")
    try:
        if _is_dynamic(_without_expiring(node, use)) and not _gives_only_keys(node, use):
            return _at_run_time(node, connector, use), rule, service
        return _connection(node, connector, use), rule, service
    except DoesNotFit as error:
        return Flag(f"write this client by hand: {error}"), rule, service
    except Refused as error:
        return Flag(str(error)), rule, service


def with_credentials(outcome: Outcome, node: ast.Call, renderer: Renderer) -> Outcome:
    """A connection in a block that catches NoAuthHandlerFound: credentials are looked for here, as boto 2 did."""
    if node not in renderer.draft.view.guarded or not isinstance(outcome, Rewrite):
        return outcome
    call = renderer.draft.call_helper(emitted._with_credentials, outcome.code)
    return Rewrite(call, outcome.note)


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
    except Refused as error:
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
            set(known_options(keyword.value, use, handed_on=True)) <= {"aws_access_key_id", "aws_secret_access_key"}
            for keyword in node.keywords
            if keyword.arg is None
        )
    except DoesNotFit:
        return False


def _expiring(keyword: ast.keyword, use: MemberUse) -> bool | None:
    """Is all that a `**mapping` gives credentials of the instance? None where some of it may be."""
    try:
        names = set(known_options(keyword.value, use))
    except DoesNotFit:
        names = set()
    return expiring_spread(keyword, names, use.draft)


def _without_expiring(node: ast.Call, use: MemberUse) -> ast.Call:
    """A call without the `**mapping` of credentials that boto3 finds itself; the call as it is without any."""
    kept = [keyword for keyword in node.keywords if keyword.arg is not None or not _expiring(keyword, use)]
    return node if len(kept) == len(node.keywords) else ast.copy_location(ast.Call(node.func, node.args, kept), node)


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
    named_elsewhere = region_first and not node.args and use.draft.view.uses.tested(node)
    if named_elsewhere:  # the program looks whether there is such a region
        known = use.call(emitted._region_names, Code(quoted(service)))
        given = [*given, code(f"known={known}", known)]
    spread = [part for part in parts if part.text.startswith("**")]
    parts = [*(part for part in parts if part not in spread), *given, *spread]
    inside = ", ".join(part.text for part in parts)
    note = "the arguments are known only at run time; the helper refuses those that boto3 has nothing for"
    named = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    spreads = [_expiring(keyword, use) for keyword in node.keywords if keyword.arg is None]
    if None in spreads or from_metadata(named, (), use.draft) is not False:
        note = f"{note}; {MAY_RUN_OUT}"
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
    return _written(node, connector, _new_client(node, connector, use, given), use)


def call_keywords(node: ast.Call, connector: Connector, renderer: Renderer) -> dict[str, Code] | None:
    """What a call with these arguments gives boto3's maker of clients, but for the Config; None if it makes no call."""
    try:
        client = _new_client(node, connector, renderer.use(node, "__init__"))
    except (DoesNotFit, Refused):
        return None
    return client.keywords if client.session is None and not client.spread else None


def given_names(node: ast.Call, connector: Connector) -> dict[str, ast.expr] | None:
    """The arguments of a connection by boto 2's names; None where they are put together at run time."""
    try:
        names = [*connector.leading, *(name for name in connector.parameters if name not in connector.leading)]
        return None if _is_dynamic(node) else bind(node, names).by_name
    except DoesNotFit:
        return None


def _new_client(
    node: ast.Call, connector: Connector, use: MemberUse, given: Mapping[str, Argument] | None = None
) -> NewClient:
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
    client = NewClient()
    for keyword in node.keywords:
        if keyword.arg is None and _expiring(keyword, use):
            client.notes.append(RUN_OUT)
        elif keyword.arg is None:
            spread = use.render(keyword.value)
            client.spread.append(code(f"**{spread.term}", spread))
    region_and_endpoint(connector, service, arguments, client, use)
    credentials(arguments, client, use)
    transport(arguments, client, use)
    signature(service, arguments, client, use)
    for name in arguments:
        if name not in _HANDLED:
            raise Refused(f"boto3 has nothing like {name}; write this client by hand")
    return client


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


def _written(node: ast.Call, connector: Connector, client: NewClient, use: MemberUse) -> Outcome:
    service = client_service(connector.service)
    parts: list[Code] = [Code(quoted(service))]
    parts += [code(f"{name}={value}", value) for name, value in client.keywords.items()]
    parts += client.spread
    config = config_of(service, client, use)
    parts.append(code(f"config={config}", config))
    region = client.keywords.get("region_name")
    is_literal = region is not None and region.text[:1] in ("'", '"')
    named = region is not None and region.text[1:-1] in service_models.regions(service)
    in_doubt = not named and (is_literal or use.draft.view.uses.tested(node))
    may_be_none = connector.gives.endswith("?") and in_doubt
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
