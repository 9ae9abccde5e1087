"""Errors of boto 2 that are looked at by name or by class."""

from __future__ import annotations

import ast

from codemods.catalog.errors import CLIENT_ERROR, CREATE_ERRORS, ERRORS, is_subclass
from codemods.catalog.schema import Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import errors as emitted
from codemods.inference.values import Other, literal_of
from codemods.rewrite.error_values import READ, is_own, read_error, rows_caught
from codemods.rewrite.errors import API, class_code, rows_of
from codemods.rewrite.render import Renderer

_ANSWERED = "what boto 2 answered; boto3 has one class for both"
_ONE_NAME = "boto3's errors of all services have this name"
_ONE_KEY = "{} are one class on boto3, so one of these keys is lost: choose by the error's code or operation_name"


def named_error_member(node: ast.Call, renderer: Renderer) -> Code | None:
    """`hasattr(error, "error_code")`, `getattr(error, "status", None)`."""
    if not isinstance(node.func, ast.Name) or node.func.id not in ("hasattr", "getattr") or len(node.args) < 2:
        return None
    value = renderer.type_of(node.args[0])
    rows = rows_caught(value, renderer)
    name = literal_of(renderer.type_of(node.args[1]))
    if name not in READ or name == "args" or not any(row.server for row in rows) or is_own(name, value, renderer):
        return None
    error = renderer.render(node.args[0])
    client_error = class_code(CLIENT_ERROR, renderer)
    test = code(f"isinstance({error}, {client_error})", error, client_error)
    api, rule = f"{API}.{rows[0].name}.{name}", f"errors.{name}"
    if node.func.id == "hasattr":
        return renderer.settle(node, api, "errors", rule, Rewrite(test))
    outcome = read_error(name, error, rows, value, renderer)
    has_text = (
        name in ("message", "error_message") and ast.unparse(node.args[-1]) == f"str({ast.unparse(node.args[0])})"
    )
    if isinstance(outcome, Rewrite) and len(node.args) == 3 and not has_text:
        default = renderer.render(node.args[2])
        text = f"{outcome.code.term} if {test} else {default.term}"
        outcome = Rewrite(code(text, outcome.code, test, default, binding=Binding.LOOSE))
    return renderer.settle(node, api, "errors", rule, outcome) if outcome is not None else None


def error_kind(node: ast.Call, renderer: Renderer) -> Code | None:
    """`isinstance(error, S3ResponseError)` where the error may be another service's, which is a ClientError as well."""
    if not isinstance(node.func, ast.Name) or node.func.id != "isinstance" or len(node.args) != 2:
        return None
    rows = rows_of(renderer.type_of(node.args[1]))
    if len(rows) != 1 or not rows[0].server or not rows[0].service or rows[0].name in CREATE_ERRORS:
        return None
    (row,) = rows
    known = {one.service for one in rows_caught(renderer.type_of(node.args[0]), renderer)}
    if known == {row.service} or not renderer.draft.view.services - {row.service}:
        return None
    error = renderer.render(node.args[0])
    made = renderer.draft.call_helper(emitted._is_error_of, error, Code(f'"{row.service}"'))
    return renderer.settle(node, f"{API}.{row.name}", "errors", f"errors.{row.name}", Rewrite(made))


def error_argument(node: ast.Subscript, renderer: Renderer) -> Code | None:
    """`error.args[0]`: status, reason or body."""
    owner, index = node.value, node.slice.value if isinstance(node.slice, ast.Constant) else None
    if not isinstance(owner, ast.Attribute) or owner.attr != "args" or not isinstance(node.ctx, ast.Load):
        return None
    value = renderer.type_of(owner.value)
    rows = rows_caught(value, renderer)
    name = {"0": "status", "1": "reason", "2": "body"}.get(str(index), "")
    if not name or Other.UNKNOWN in value or not all(row.server for row in rows) or is_own("args", value, renderer):
        return None
    outcome = read_error(name, renderer.render(owner.value), rows, value, renderer) if rows else None
    if outcome is None:
        return None
    return renderer.settle(node, f"{API}.{rows[0].name}.args", "errors", "errors.args", outcome, is_name=True)


# -- classes of errors that are not caught ------------------------------------------------------------------------


def error_subclass(node: ast.Call, renderer: Renderer) -> Code | None:
    """`issubclass(S3CreateError, S3ResponseError)`: boto 2's hierarchy is gone, and its answer is known."""
    if not isinstance(node.func, ast.Name) or node.func.id != "issubclass" or len(node.args) != 2:
        return None
    found = [rows_of(renderer.type_of(argument)) for argument in node.args]
    if any(len(rows) != 1 for rows in found) or not isinstance(node.args[0], ast.Name | ast.Attribute):
        return None
    (lower,), (upper,) = found
    made = Rewrite(
        Code(repr(is_subclass(lower.name, upper.name))), "what boto 2 answered; boto3 has one class for both"
    )
    return renderer.settle(node, f"{API}.{lower.name}", "errors", f"errors.{lower.name}", made, is_name=True)


def error_class_name(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`S3ResponseError.__name__`."""
    rows = rows_of(renderer.type_of(node.value)) if node.attr == "__name__" else []
    if len(rows) != 1 or not isinstance(node.value, ast.Name | ast.Attribute):
        return None
    (row,) = rows
    made = Rewrite(Code(f'"{row.name}"'))
    return renderer.settle(node, f"{API}.{row.name}", "errors", f"errors.{row.name}", made, is_name=True)


def compared_class_name(node: ast.Constant, renderer: Renderer) -> Code | None:
    """`error.__class__.__name__ == "S3ResponseError"`: the name that boto3's class has."""
    row = ERRORS.get(node.value) if isinstance(node.value, str) else None
    parent = renderer.draft.parent(node)
    while isinstance(parent, ast.Tuple | ast.List | ast.Set):
        parent = renderer.draft.parent(parent)
    if row is None or not row.becomes or not isinstance(parent, ast.Compare):
        return None
    if not any(isinstance(one, ast.Attribute) and one.attr == "__name__" for one in (parent.left, *parent.comparators)):
        return None
    made = Rewrite(Code(f'"{row.becomes[0].name}"'), _ONE_NAME)
    return renderer.settle(node, f"{API}.{row.name}", "errors", f"errors.{row.name}", made)


def errors_as_keys(node: ast.Dict, renderer: Renderer) -> Code | None:
    """`{S3ResponseError: 1, EC2ResponseError: 2}`: keys that are one class on boto3."""
    rows = [rows_of(renderer.type_of(key)) for key in node.keys if key is not None]
    classes = [row[0].becomes[0] for row in rows if len(row) == 1 and row[0].becomes]
    if len(set(classes)) != len(classes):
        names = " and ".join(sorted(row[0].name for row in rows if len(row) == 1))
        renderer.flag(node, f"{API}.{rows[0][0].name}", "errors", "errors.keys", _ONE_KEY.format(names))
    return None
