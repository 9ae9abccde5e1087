"""boto 2 as something that may be missing: `except ImportError: boto = None`, and `if boto is None` later on.

What is tried to be imported becomes boto3, so the name that says it is missing becomes boto3's as well.
"""

from __future__ import annotations

import ast

from codemods.catalog.errors import error_row
from codemods.catalog.schema import Rewrite
from codemods.code import Code
from codemods.inference.values import BotoName
from codemods.rewrite.draft import Draft
from codemods.rewrite.errors import class_code
from codemods.rewrite.guards import expects_failure
from codemods.rewrite.render import Renderer

_RULE = "imports.missing"
_BOTO = "boto"


def missing_name(node: ast.Name, renderer: Renderer) -> Code | None:
    """`boto = None` where its import failed, and `if boto is None`, `if not boto` for a name that is set so."""
    draft = renderer.draft
    if isinstance(node.ctx, ast.Store):
        dotted = _fallback_for(node, draft)
    elif isinstance(node.ctx, ast.Load) and _is_asked(node, draft) and _has_fallback(node.id, draft):
        names = [atom.name for atom in renderer.type_of(node) if isinstance(atom, BotoName)]
        dotted = names[0] if len(names) == 1 else ""
    else:
        dotted = ""
    if not dotted:
        return None
    row = error_row(dotted)
    made = class_code(row.becomes[0], renderer) if row is not None and row.becomes else draft.imported("boto3")
    return renderer.settle(node, dotted, "imports", _RULE, Rewrite(made))


def _has_fallback(name: str, draft: Draft) -> bool:
    return any(
        isinstance(node, ast.Name)
        and node.id == name
        and isinstance(node.ctx, ast.Store)
        and _fallback_for(node, draft)
        for node in draft.module.parents
    )


def _fallback_for(node: ast.Name, draft: Draft) -> str:
    """The dotted name of boto 2 that an assignment stands in for, where its import failed; else empty."""
    assignment = draft.parent(node)
    handler = draft.parent(assignment) if isinstance(assignment, ast.Assign) else None
    statement = draft.parent(handler) if isinstance(handler, ast.ExceptHandler) else None
    if not isinstance(statement, ast.Try) or not isinstance(handler, ast.ExceptHandler):
        return ""
    dotted = _imported(statement).get(node.id, "")
    is_nothing = isinstance(assignment, ast.Assign) and isinstance(assignment.value, ast.Constant)
    return dotted if expects_failure(handler) and (is_nothing or error_row(dotted) is not None) else ""


def _imported(statement: ast.Try) -> dict[str, str]:
    """What the body of a `try` imports from boto 2: dotted names by the names that they get."""
    found: dict[str, str] = {}
    for inner in statement.body:
        if isinstance(inner, ast.Import):
            for alias in inner.names:
                found[alias.asname or alias.name.partition(".")[0]] = alias.name
        elif isinstance(inner, ast.ImportFrom) and not inner.level:
            found |= {alias.asname or alias.name: f"{inner.module}.{alias.name}" for alias in inner.names}
    return {name: dotted for name, dotted in found.items() if dotted.partition(".")[0] == _BOTO}


def _is_asked(node: ast.Name, draft: Draft) -> bool:
    """Is a name only asked for being there?"""
    parent = draft.parent(node)
    match parent:
        case ast.Compare(ops=[ast.Is() | ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return parent.left is node
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test) | ast.Assert(test=test):
            return test is node
        case ast.BoolOp() | ast.UnaryOp(op=ast.Not()) | ast.Expr():
            return True
        case ast.Call(func=ast.Name(id="bool"), args=[only]):
            return only is node
    return False
