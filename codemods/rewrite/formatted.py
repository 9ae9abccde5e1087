"""Where values are turned into text: `print`, `%`, `format`, f-strings, and calls of loggers."""

from __future__ import annotations

import ast

from codemods.inference.values import Plain, Value
from codemods.rewrite.format_fields import is_shown_whole
from codemods.rewrite.render import Renderer, receivers

LOGGING = frozenset(
    """
    debug info warning warn error exception critical fatal log msg notice
    """.split()
)
"""Methods that take a text with placeholders and what they stand for."""


def is_formatted(node: ast.expr, renderer: Renderer) -> bool:
    """True where a value is turned into text as it is: printed, formatted, logged, or asked for as text."""
    parent = renderer.draft.parent(node)
    match parent:
        case ast.FormattedValue(value=shown):
            return shown is node
        case ast.BinOp(op=ast.Mod(), left=left, right=right) if right is node:
            return _is_text(renderer.type_of(left))
        case ast.Tuple():
            outer = renderer.draft.parent(parent)
            return (
                isinstance(outer, ast.BinOp)
                and isinstance(outer.op, ast.Mod)
                and outer.right is parent
                and _is_text(renderer.type_of(outer.left))
            )
        case ast.Call(func=ast.Name(id="str" | "repr" | "print" | "unicode" | "format")):
            return node in parent.args
        case ast.keyword(value=passed) if passed is node:
            call = renderer.draft.parent(parent)
            return isinstance(call, ast.Call) and _is_format_method(call, renderer) and is_shown_whole(call, node)
        case ast.Call(func=ast.Attribute(attr=name, value=logger)) if node in parent.args:
            if _is_format_method(parent, renderer):
                return is_shown_whole(parent, node)
            is_logged = name in LOGGING and not receivers(renderer.type_of(logger))[0]
            return is_logged and (parent.args[0] is not node or len(parent.args) == 1)
        case _:
            return False


def _is_format_method(call: ast.Call, renderer: Renderer) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "format"
        and _is_text(renderer.type_of(call.func.value))
    )


def _is_text(value: Value) -> bool:
    return any(isinstance(atom, Plain) and atom.type in ("str", "bytes") for atom in value)
