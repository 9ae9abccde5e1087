"""Except clauses on boto 2's exceptions, and what is read from the exceptions that they catch."""

from __future__ import annotations

import ast

from codemods.catalog.errors import CLIENT_ERROR, ErrorRow, error_row
from codemods.catalog.schema import Flag, Outcome, Rewrite
from codemods.code import Code, Import, code
from codemods.emitted import errors as emitted
from codemods.inference.values import BotoName, Caught, Value
from codemods.rewrite.imports import is_import_path
from codemods.rewrite.render import Renderer

_API = "boto.exception"


def rows_of(value: Value) -> list[ErrorRow]:
    """The exceptions of boto 2 that a value names."""
    rows = (error_row(atom.name) for atom in value if isinstance(atom, BotoName))
    return [row for row in rows if row is not None]


def exception_class(node: ast.expr, renderer: Renderer) -> Code | None:
    """A boto 2 exception class by name, wherever it stands: except, raise, assertRaises, isinstance."""
    if not isinstance(node, ast.Name | ast.Attribute) or not is_import_path(node, renderer.draft):
        return None
    rows = rows_of(renderer.type_of(node))
    if len(rows) != 1:
        return None
    (row,) = rows
    api, rule = f"{_API}.{row.name}", f"errors.{row.name}"
    parent = renderer.draft.parent(node)
    if isinstance(parent, ast.Call) and parent.func is node:
        advice = "raise an exception of your own here: botocore's are made from a response and an operation name"
        return renderer.settle(node, api, "errors", rule, Flag(advice))
    if not row.becomes:
        return renderer.settle(node, api, "errors", rule, Flag(row.advice))
    note = row.note or _second_clause(node, row, renderer)
    return renderer.settle(node, api, "errors", rule, Rewrite(_classes(row.becomes, node, renderer), note))


def _classes(classes: tuple[Import, ...], node: ast.expr, renderer: Renderer) -> Code:
    names = [
        Code(need.name) if need.module == "builtins" else renderer.draft.imported(need.module, need.name)
        for need in classes
    ]
    inside = ", ".join(name.text for name in names)
    in_tuple = isinstance(renderer.draft.parent(node), ast.Tuple)
    return code(inside if in_tuple or len(names) == 1 else f"({inside})", *names)


def _second_clause(node: ast.expr, row: ErrorRow, renderer: Renderer) -> str:
    """A remark when an earlier clause of the same `try` catches the same class on boto3."""
    handler = renderer.draft.parent(node)
    if isinstance(handler, ast.Tuple):
        handler = renderer.draft.parent(handler)
    statement = renderer.draft.parent(handler) if isinstance(handler, ast.ExceptHandler) else None
    if not isinstance(statement, ast.Try) or not isinstance(handler, ast.ExceptHandler):
        return ""
    for earlier in statement.handlers[: statement.handlers.index(handler)]:
        if earlier.type is None:
            continue
        parts = earlier.type.elts if isinstance(earlier.type, ast.Tuple) else [earlier.type]
        if any(set(other.becomes) & set(row.becomes) for part in parts for other in rows_of(renderer.type_of(part))):
            return "an earlier clause catches the same on boto3, so this one is never reached; join the two"
    return ""


def exception_tuple(node: ast.Tuple, renderer: Renderer) -> Code | None:
    """`(S3ResponseError, EC2ResponseError)`: each class of boto3 once."""
    if not any(rows_of(renderer.type_of(element)) for element in node.elts):
        return None
    parts: list[Code] = []
    for element in node.elts:
        made = renderer.render(element)
        if made.text not in [part.text for part in parts]:
            parts.append(made)
    if len(parts) == 1:
        return parts[0]
    if len(parts) == len(node.elts):
        return None
    return code(f"({', '.join(part.text for part in parts)})", *parts)


def exception_attribute(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`error.status` and its like on an exception that a boto 2 clause caught."""
    caught = [atom for atom in renderer.type_of(node.value) if isinstance(atom, Caught)]
    if not caught:
        return None
    rows = [row for atom in caught for name in sorted(atom.names) if (row := error_row(name)) is not None]
    outcome = _attribute(node, rows, renderer)
    if outcome is None:
        return None
    owner = rows[0].name if rows else "BotoServerError"
    return renderer.settle(node, f"{_API}.{owner}.{node.attr}", "errors", f"errors.{node.attr}", outcome)


def _attribute(node: ast.Attribute, rows: list[ErrorRow], renderer: Renderer) -> Outcome | None:
    error = renderer.render(node.value)
    known = {
        "status": f'{error.operand}.response["ResponseMetadata"]["HTTPStatusCode"]',
        "error_message": f'{error.operand}.response["Error"].get("Message")',
        "message": f'{error.operand}.response["Error"].get("Message", "")',
        "request_id": f'{error.operand}.response["ResponseMetadata"].get("RequestId")',
    }
    if node.attr not in known and node.attr not in _OTHERS:
        return None
    if not all(row.server for row in rows):
        if node.attr in ("message", "error_message"):
            made = code(f"str({error})", error)
            return Rewrite(made, "the exception may also be one that is no answer of a service; its text is used")
        return Flag("the clause also catches exceptions that are no answer of a service; look at each on its own")
    if node.attr in known:
        return Rewrite(code(known[node.attr], error))
    if node.attr in ("error_code", "code"):
        return Rewrite(_code_of(error, rows, renderer))
    if node.attr == "reason":
        return Rewrite(renderer.draft.call_helper(emitted._reason, error))
    if node.attr == "errors":
        response = f'{error.operand}.response["Error"]'
        return Rewrite(code(f'[({response}["Code"], {response}.get("Message"))]', error))
    return Flag(_OTHERS[node.attr])


def _code_of(error: Code, rows: list[ErrorRow], renderer: Renderer) -> Code:
    if {row.name for row in rows} == {"EC2ResponseError"}:
        return code(f'{error.operand}.response["Error"]["Code"]', error)
    return renderer.draft.call_helper(emitted._error_code, error)


_OTHERS = {
    "error_code": "",
    "code": "",
    "reason": "",
    "errors": "",
    "body": "boto3 keeps no raw body; the parsed error is error.response['Error']",
    "args": "boto 2 gave (status, reason, ...); take what you need from error.response",
    "resource": "extra elements of the error are in error.response['Error']",
    "box_usage": "boto3 has no box_usage",
    "host_id": "the id is error.response['ResponseMetadata'].get('HostId')",
}

__all__ = ["CLIENT_ERROR", "exception_attribute", "exception_class", "exception_tuple", "rows_of"]
