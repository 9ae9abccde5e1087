"""Attributes of boto 2's errors that are named by a string: `getattr(error, name)`, `vars(error)`, `error.__dict__`."""

from __future__ import annotations

import ast

from codemods.catalog.errors import ErrorRow
from codemods.catalog.schema import Rewrite
from codemods.code import Code
from codemods.emitted import error_members as emitted
from codemods.inference.values import literal_of
from codemods.rewrite.error_values import BODY, rows_caught
from codemods.rewrite.errors import API
from codemods.rewrite.render import Renderer

_RULE = "errors.members"


def error_member(node: ast.Call, renderer: Renderer) -> Code | None:
    """`getattr(error, name)` for a name that is no literal, and `vars(error)`."""
    builtin = node.func.id if isinstance(node.func, ast.Name) else ""
    if builtin == "vars" and len(node.args) == 1:
        return _all_members(node, node.args[0], renderer)
    if builtin != "getattr" or len(node.args) < 2 or literal_of(renderer.type_of(node.args[1])) is not None:
        return None
    rows = _rows(node.args[0], renderer)
    if not rows:
        return None
    made = renderer.draft.call_helper(emitted._error_member, *(renderer.render(argument) for argument in node.args))
    return renderer.settle(node, f"{API}.{rows[0].name}", "errors", _RULE, Rewrite(made, BODY))


def error_dict(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`error.__dict__`."""
    is_read = node.attr == "__dict__" and isinstance(node.ctx, ast.Load)
    return _all_members(node, node.value, renderer) if is_read else None


def _all_members(node: ast.expr, error: ast.expr, renderer: Renderer) -> Code | None:
    rows = _rows(error, renderer)
    if not rows:
        return None
    made = renderer.draft.call_helper(emitted._error_members, renderer.render(error))
    return renderer.settle(node, f"{API}.{rows[0].name}.__dict__", "errors", _RULE, Rewrite(made, BODY))


def _rows(error: ast.expr, renderer: Renderer) -> list[ErrorRow]:
    """The errors of services that an expression can be; none inside a class of such errors, which knows itself."""
    if isinstance(error, ast.Name) and error.id == "self":
        return []
    return [row for row in rows_caught(renderer.type_of(error), renderer) if row.server]
