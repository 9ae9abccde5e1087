"""`use_ssl` that is false, or can be None: then requests leave over HTTP."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.arguments import removed, replaced, shown
from codemods.harden.clients import ClientCall, client_calls
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import FunctionDef, Subject
from codemods.model import Status
from codemods.settings import Settings

_NONE = "use_ssl=None means plain HTTP, not the default: botocore only asks whether it is true"
_FALSE = "requests leave over plain HTTP, with tokens and data readable: drop use_ssl=False unless this host has no TLS"
_MAYBE = (
    "{name} can be None, which botocore takes for plain HTTP: write use_ssl={name} is not False if None means default"
)


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in client_calls(subject):
        value = call.given("use_ssl")
        if value is None or _is_elsewhere(subject, call):
            continue
        api, service = f"boto3.{call.kind}", call.service or "boto3"
        if isinstance(value, ast.Constant):
            if value.value is None:
                keyword = next((each for each in call.node.keywords if each.value is value), None)
                edit = removed(subject, call.node, keyword) if keyword else replaced(subject, value, "True")
                yield Hit(call.node, api, service, _NONE, Status.REVIEW, (edit,), shown(subject, call.node, edit))
            elif not value.value:
                yield Hit(call.node, api, service, _FALSE)
        elif isinstance(value, ast.Name):
            yield from _variable(subject, call, value)
        elif _gives_none(subject, value):
            yield Hit(call.node, api, service, _MAYBE.format(name=subject.segment(value)))


def _is_elsewhere(subject: Subject, call: ClientCall) -> bool:
    """True for a client with a URL of its own: its scheme counts then, and use_ssl does not."""
    return isinstance(subject.flow.literal(call.given("endpoint_url")), str)


def _variable(subject: Subject, call: ClientCall, name: ast.Name) -> Iterator[Hit]:
    bindings = subject.flow.bindings(name)
    api, service = f"boto3.{call.kind}", call.service or "boto3"
    if len(bindings) == 1 and bindings[0].kind == "parameter" and isinstance(bindings[0].node, FunctionDef):
        default = _default(bindings[0].node, name.id)
        if isinstance(default, ast.Constant) and default.value is None:
            edit = replaced(subject, name, f"{name.id} is None or {name.id}")
            message = f"{name.id} is None where nobody says anything, and botocore takes None for plain HTTP"
            yield Hit(call.node, api, service, message, Status.REVIEW, (edit,), shown(subject, call.node, edit))
            return
    values = [binding.node for binding in bindings if isinstance(binding.node, ast.expr)]
    if any(_gives_none(subject, value) for value in values):
        yield Hit(call.node, api, service, _MAYBE.format(name=name.id))


def _default(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> ast.expr | None:
    args = function.args
    positional = [*args.posonlyargs, *args.args]
    for arg, value in zip(reversed(positional), reversed(args.defaults), strict=False):
        if arg.arg == name:
            return value
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        if arg.arg == name:
            return default
    return None


def _gives_none(subject: Subject, node: ast.expr) -> bool:
    """True for None itself and for reads that give None for what is missing: `options.get("ssl")`."""
    match node:
        case ast.Constant(value=None):
            return True
        case ast.Call(func=ast.Attribute(attr="get"), args=[_]) | ast.Call(func=ast.Attribute(attr="getenv"), args=[_]):
            return not node.keywords
        case ast.Call(func=ast.Name(id="getattr"), args=[_, _, ast.Constant(value=None)]):
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return _gives_none(subject, body) or _gives_none(subject, orelse)
        case _:
            return False


RULE = Rule(
    "harden.tls.use-ssl",
    "use_ssl is false or can be None",
    "botocore turns the https of the endpoints that it finds to http when use_ssl is not true, also for None, which "
    "often stands for `not configured` (boto 2 had `is_secure`). use_ssl=None is dropped, a parameter that is None by "
    "default counts as not given, and False is left for a person to judge. With an endpoint_url the URL decides.",
    'import boto3\n\ns3 = boto3.client("s3", use_ssl=None)\n',
    'boto3.client("s3")',
    _check,
)
