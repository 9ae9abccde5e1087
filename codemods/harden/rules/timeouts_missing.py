"""A client without a Config waits for a minute to connect, and retries the old way."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from codemods.code import Import
from codemods.harden.arguments import added, replaced, shown
from codemods.harden.clients import ClientCall, client_calls
from codemods.harden.configs import Good, good, known
from codemods.harden.imports import CONFIG, config_class, lazy_import
from codemods.harden.model import Constant, Hit, Rule
from codemods.harden.subject import Subject
from codemods.model import Edit, Span, Status
from codemods.settings import Settings

_PLAIN = frozenset({"connect_timeout", "read_timeout", "retries", "max_pool_connections"})
_MESSAGE = "gets a Config with timeouts and standard retries: botocore's defaults wait 60 s to connect and try 5 times"


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    if subject.mentions(r"\bset_default_client_config\b"):
        return
    calls = [call for call in client_calls(subject) if not call.open and _is_bare(call, subject)]
    lazy = {call: lazy_import(subject, call.node) for call in calls}
    names = _names(subject, [call for call in calls if lazy[call] is None], settings)
    for call in calls:
        values = good(call.service, settings)
        statement = lazy[call]
        if statement is not None:
            yield _inline(subject, call, values, statement)
            continue
        name, constant = names[call]
        needs = frozenset({constant} if constant else ()).union(_config_import(subject) if constant else ())
        yield _hit(subject, call, name, needs=needs)


def _is_bare(call: ClientCall, subject: Subject) -> bool:
    config = call.given("config")
    return config is None or (isinstance(config, ast.Constant) and config.value is None)


def _hit(subject: Subject, call: ClientCall, value: str, *more: Edit, needs: frozenset[Import | Constant]) -> Hit:
    none = call.given("config")
    edit = added(subject, call.node, f"config={value}") if none is None else replaced(subject, none, value)
    api = f"boto3.{call.kind}"
    after = shown(subject, call.node, edit)
    return Hit(call.node, api, call.service or "boto3", _MESSAGE, Status.REWRITTEN, (edit, *more), after, needs)


def _inline(subject: Subject, call: ClientCall, values: Good, statement: ast.stmt) -> Hit:
    """Where boto3 is imported late, or maybe not at all, Config is imported beside it and written out."""
    inside = ", ".join(f"{name}={value}" for name, value in values.keywords().items())
    source = subject.module.source
    line = source.line_text(statement.lineno)
    indent = line[: len(line) - len(line.lstrip())]
    end = subject.span(statement).end
    beside = Edit(Span(end, end), f"{source.newline}{indent}{CONFIG.statement}")
    present = subject.names.free("Config", "2") != "Config"
    more = () if present else (beside,)
    return _hit(subject, call, f"Config({inside})", *more, needs=frozenset())


def _config_import(subject: Subject) -> set[Import]:
    _, wanted = config_class(subject)
    return {wanted} if wanted is not None else set()


def _names(
    subject: Subject, calls: list[ClientCall], settings: Settings
) -> dict[ClientCall, tuple[str, Constant | None]]:
    """The constant for each call: one that the file has, else one for all calls with the same values."""
    found: dict[ClientCall, tuple[str, Constant | None]] = {}
    groups: defaultdict[Good, list[ClientCall]] = defaultdict(list)
    for call in calls:
        present = _present(subject, call)
        if present:
            found[call] = present, None
        else:
            groups[good(call.service, settings)].append(call)
    for values, members in groups.items():
        services = {call.service for call in members}
        wanted = _constant_name(services, len(groups) == 1 or values == good("", settings))
        name = subject.names.free(wanted, "2")
        constant = Constant(name, _statement(subject, name, values))
        found.update(dict.fromkeys(members, (name, constant)))
    return found


def _constant_name(services: set[str], general: bool) -> str:
    if len(services) == 1 and "" not in services:
        return f"{next(iter(services)).upper().replace('-', '_')}_CONFIG"
    return "AWS_CONFIG" if general else "CONTROL_CONFIG"


def _present(subject: Subject, call: ClientCall) -> str:
    """A constant of the module that already says all that is needed, and nothing but that and the signature."""
    for statement in subject.module.tree.body:
        if statement.lineno >= call.node.lineno and subject.function(call.node) is None:
            break
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
            if name not in (f"{call.service.upper().replace('-', '_')}_CONFIG", "AWS_CONFIG", "BOTO_CONFIG"):
                continue
            config = known(subject.flow, statement.value)
            if config is None or config.missing or len(subject.flow.bindings(statement.targets[0])) != 1:
                continue
            signature = subject.flow.literal(config.keywords.get("signature_version"))
            if set(config.keywords) - _PLAIN <= {"signature_version"} and signature in (None, "s3v4"):
                return name
    return ""


def _statement(subject: Subject, name: str, values: Good) -> str:
    config, _ = config_class(subject)
    lines = "".join(f"    {keyword}={value},\n" for keyword, value in values.keywords().items())
    return f"{name} = {config}(\n{lines})"


RULE = Rule(
    "harden.timeouts.missing",
    "A boto3 client has no Config",
    "Without a Config botocore waits 60 s for a connection and 60 s for each read, and retries in its legacy mode, "
    "which does not retry all errors that pass. A client that talks to a host that does not answer then blocks its "
    "thread for minutes. The client gets a Config: 5 s to connect, a read timeout that suits the service (10 s for "
    "KMS, STS and their like, 60 s for the rest), and standard retries with as many attempts as before. Tests are left "
    "alone.",
    's3 = boto3.client("s3")',
    's3 = boto3.client("s3", config=S3_CONFIG)',
    _check,
)
