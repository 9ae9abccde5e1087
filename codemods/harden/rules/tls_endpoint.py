"""Requests to AWS that leave in clear text because the endpoint's URL says http."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.clients import client_calls, is_aws
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.model import Edit, Span, Status
from codemods.settings import Settings

_MESSAGE = "AWS answers on https as well, and signed requests and their data should not travel in clear text"


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    seen: set[ast.AST] = set()
    for call in client_calls(subject):
        endpoint = call.given("endpoint_url")
        literal = _literal(subject, endpoint) if endpoint is not None else None
        if literal is None or literal in seen:
            continue
        seen.add(literal)
        text = subject.segment(literal)
        place = text.lower().find("http://")
        if place < 0:
            continue
        start = subject.span(literal).start + place
        edit = Edit(Span(start, start + len("http")), "https")
        after = text[:place] + "https" + text[place + len("http") :]
        yield Hit(literal, f"boto3.{call.kind}", call.service, _MESSAGE, Status.REVIEW, (edit,), after)


def _literal(subject: Subject, node: ast.expr) -> ast.expr | None:
    """The literal (or f-string, or format string) with the http URL of an AWS host that an expression is."""
    if isinstance(node, ast.Name):
        bindings = subject.flow.bindings(node)
        if len(bindings) != 1 or not isinstance(bindings[0].node, ast.expr) or bindings[0].kind != "value":
            return None
        return _literal(subject, bindings[0].node) if not isinstance(bindings[0].node, ast.Name) else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        node = node.func.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        node = node.left
    if not isinstance(node, ast.Constant | ast.JoinedStr):
        return None
    url = node.value if isinstance(node, ast.Constant) else _shape(node)
    url = url.replace("%s", "x").lower() if isinstance(url, str) else ""
    return node if url.startswith("http://") and is_aws(url) else None


def _shape(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)


RULE = Rule(
    "harden.tls.endpoint",
    "An endpoint of AWS is given with http://",
    "An endpoint_url decides how a request travels: with http:// the data, the session token and a signature that can "
    "be used again for minutes are readable on the way. Hosts of AWS answer on https under the same name.",
    'import boto3\n\ns3 = boto3.client("s3", endpoint_url="http://s3.eu-west-1.amazonaws.com")\n',
    'boto3.client("s3", endpoint_url="https://s3.eu-west-1.amazonaws.com")',
    _check,
)
