"""A client without a Config waits for a minute to connect, and retries the old way."""

from __future__ import annotations

import ast
import contextlib
from collections import defaultdict
from collections.abc import Iterator

from codemods.code import Import
from codemods.harden.arguments import added, replaced, shown
from codemods.harden.clients import ClientCall, client_calls, has_default_config
from codemods.harden.configs import Good, good
from codemods.harden.constants import config_constant, config_imports, constant_name, present_constant
from codemods.harden.imports import CONFIG, lazy_import
from codemods.harden.model import Constant, Hit, Rule
from codemods.harden.subject import Subject
from codemods.model import Edit, Span, Status
from codemods.settings import Settings

_MESSAGE = "gets a Config with timeouts and standard retries: botocore's defaults wait 60 s to connect and try 5 times"


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    calls = [
        call
        for call in client_calls(subject)
        if not call.open and _is_bare(call, subject) and not has_default_config(subject, call)
    ]
    lazy: dict[ClientCall, ast.stmt | None] = {}
    for call in calls:
        with contextlib.suppress(LookupError):
            lazy[call] = lazy_import(subject, call.node)
    names = _names(subject, [call for call, statement in lazy.items() if statement is None], settings)
    for call in lazy:
        values = good(call.service, settings)
        statement = lazy[call]
        if statement is not None:
            yield _inline(subject, call, values, statement)
            continue
        name, constant = names[call]
        needs = frozenset({constant} if constant else ()).union(config_imports(subject) if constant else ())
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


def _names(
    subject: Subject, calls: list[ClientCall], settings: Settings
) -> dict[ClientCall, tuple[str, Constant | None]]:
    """The constant for each call: one that the file has, else one for all calls with the same values."""
    found: dict[ClientCall, tuple[str, Constant | None]] = {}
    groups: defaultdict[Good, list[ClientCall]] = defaultdict(list)
    for call in calls:
        present = present_constant(subject, call.service, call.node)
        if present:
            found[call] = present, None
        else:
            groups[good(call.service, settings)].append(call)
    for values, members in groups.items():
        services = {call.service for call in members}
        wanted = _constant_name(services, len(groups) == 1 or values == good("", settings))
        name = subject.names.free(wanted, "2")
        constant = config_constant(subject, name, values)
        found.update(dict.fromkeys(members, (name, constant)))
    return found


def _constant_name(services: set[str], general: bool) -> str:
    if len(services) == 1 and "" not in services:
        return constant_name(next(iter(services)))
    return "AWS_CONFIG" if general else "CONTROL_CONFIG"


RULE = Rule(
    "harden.timeouts.missing",
    "A boto3 client has no Config",
    "Without a Config botocore waits 60 s for a connection and 60 s for each read, and retries in its legacy mode, "
    "which does not retry all errors that pass. A client that talks to a host that does not answer then blocks its "
    "thread for minutes. The client gets a Config: 5 s to connect, a read timeout that suits the service (10 s for "
    "KMS, STS and their like, 60 s for the rest), and standard retries with as many attempts as before. Tests are left "
    "alone.",
    'import boto3\n\ns3 = boto3.client("s3")\n',
    's3 = boto3.client("s3", config=S3_CONFIG)',
    _check,
)
