"""Errors of boto 2 turned into text: status, reason and body stood in it, which botocore's text has not.

What a program asks for as text stays boto 2's: it may be printed, returned, stored or searched. What it only hands to
a log to be formatted there is for people, and becomes botocore's own sentence.
"""

from __future__ import annotations

import ast

from codemods.catalog.errors import is_subclass
from codemods.catalog.schema import Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import errors as emitted
from codemods.inference.values import Caught, External, Instance
from codemods.rewrite.error_values import class_raised, rows_caught
from codemods.rewrite.errors import API
from codemods.rewrite.formatted import LOGGING, is_formatted
from codemods.rewrite.render import Renderer

_TO_TEXT = frozenset({"str", "unicode", "repr", "format"})
_TEXT_TYPES = frozenset({"six.text_type", "boto.compat.six.text_type"})
_STREAMS = frozenset({"sys.stderr", "sys.__stderr__"})


def error_text(node: ast.Call, renderer: Renderer) -> Code | None:
    """`str(error)`, `error.__str__()`."""
    error = _asked_for(node, renderer)
    return _as_text(node, error, renderer) if error is not None else None


def shown_error(node: ast.expr, renderer: Renderer) -> Code | None:
    """An error that a text is made of, `"%s" % error`, or that is printed; not one that goes into a log."""
    if not isinstance(node, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
        return None
    if not any(isinstance(atom, Caught | Instance) for atom in renderer.type_of(node)):
        return None
    becomes_text = is_formatted(node, renderer) or _is_named_in_format(node, renderer)
    if not becomes_text or _is_logged(node, renderer) or _is_asked_for(node, renderer):
        return None
    return _as_text(node, node, renderer)


def _is_named_in_format(node: ast.expr, renderer: Renderer) -> bool:
    """True for a value of the mapping in `"%(error)s" % {"error": error}`."""
    mapping = renderer.draft.parent(node)
    if not isinstance(mapping, ast.Dict) or node not in mapping.values:
        return False
    match renderer.draft.parent(mapping):
        case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mod(), right=right):
            return right is mapping
        case _:
            return False


def _asked_for(node: ast.Call, renderer: Renderer) -> ast.expr | None:
    """The error that a call turns into text."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[error], keywords=[]) if name in _TO_TEXT:
            return error
        case ast.Call(func=ast.Attribute(value=error, attr="__str__" | "__repr__" | "__unicode__"), args=[]):
            return error
        case ast.Call(args=[error], keywords=[]):
            made = renderer.type_of(node.func)
            return error if any(getattr(atom, "name", "") in _TEXT_TYPES for atom in made) else None
        case _:
            return None


def _is_asked_for(node: ast.expr, renderer: Renderer) -> bool:
    parent = renderer.draft.parent(node)
    return isinstance(parent, ast.Call) and _asked_for(parent, renderer) is node


def _as_text(node: ast.expr, error: ast.expr, renderer: Renderer) -> Code | None:
    value = renderer.type_of(error)
    rows = rows_caught(value, renderer)
    if not rows or _is_told_by_its_code(node, renderer):
        return None
    shown = renderer.render_unwrapped(error)
    api, rule = f"{API}.{rows[0].name}.__str__", "errors.__str__"
    servers = [row for row in rows if row.server]
    if servers:
        made = renderer.draft.call_helper(emitted._error_text, shown, class_raised(servers, shown, renderer))
        return renderer.settle(node, api, "errors", rule, Rewrite(made))
    if not all(is_subclass(row.name, "BotoClientError") for row in rows):
        return None
    made = code(f'"BotoClientError: " + str({shown})', shown, binding=Binding.OPERATOR)
    return renderer.settle(node, api, "errors", rule, Rewrite(made))


def _is_logged(node: ast.expr, renderer: Renderer) -> bool:
    """True for what ends in a log, or on the stream for errors."""
    current: ast.AST | None = node
    while current is not None and not isinstance(current, ast.stmt):
        current = renderer.draft.parent(current)
        match current:
            case ast.Call(func=ast.Attribute(attr=name)) if name in LOGGING:
                return True
            case ast.Call(func=ast.Attribute(attr="write", value=stream)) if _is_stream(stream, renderer):
                return True
            case ast.Call(func=ast.Attribute(value=ast.Name(id="warnings"))):
                return True
            case ast.Call(func=ast.Name(id="print"), keywords=words):
                return any(word.arg == "file" and _is_stream(word.value, renderer) for word in words)
    return False


def _is_stream(node: ast.expr, renderer: Renderer) -> bool:
    return any(isinstance(atom, External) and atom.name in _STREAMS for atom in renderer.type_of(node))


def _is_told_by_its_code(node: ast.expr, renderer: Renderer) -> bool:
    """True where a text is only searched for an AWS error code, which stands in botocore's text as well."""
    parent = renderer.draft.parent(node)
    if not isinstance(parent, ast.Compare) or not isinstance(parent.ops[0], ast.In | ast.NotIn):
        return False
    literals = [n.value for n in ast.walk(parent) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return bool(literals) and all(_is_code(text) for text in literals)


def _is_code(text: str) -> bool:
    return text[:1].isupper() and text.replace(".", "").isalnum() and text != text.title()
