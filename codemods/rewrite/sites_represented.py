"""Objects that a text shows with quotes: `"%r" % key`. An object of boto 2 had none around what it showed."""

from __future__ import annotations

import ast
import re

from codemods.catalog.schema import Form
from codemods.code import Code
from codemods.rewrite.error_texts import shown_error
from codemods.rewrite.formatted import LOGGING
from codemods.rewrite.render import Renderer, receivers

_PLACEHOLDER = re.compile(
    r"%(?P<key>\()?[#0\- +]*(?P<width>\*|\d+)?(?:\.(?P<precision>\*|\d+))?[hlL]?(?P<kind>[a-zA-Z%])"
)


def represented_text(node: ast.Constant, renderer: Renderer) -> Code | None:
    """`"%r" % key`, also in logging: an object was shown without quotes, and it is a text of its own now."""
    operands = _operands(node, renderer) if isinstance(node.value, str) and "r" in node.value else []
    text = renderer.draft.segment(node)
    found = [match for match in _PLACEHOLDER.finditer(text) if match["kind"] != "%"]
    if len(found) != len(operands) or any("*" in match[0] or match["key"] for match in found):
        return None
    made = list(text)
    for match, operand in zip(found, operands, strict=True):
        if match["kind"] == "r" and _is_object(operand, renderer):
            made[match.end() - 1] = "s"
    return Code("".join(made)) if "".join(made) != text else None


def _operands(node: ast.Constant, renderer: Renderer) -> list[ast.expr]:
    """What the placeholders of a text stand for."""
    match renderer.draft.parent(node):
        case ast.BinOp(op=ast.Mod(), left=left, right=ast.Tuple(elts=shown)) if left is node:
            return shown
        case ast.BinOp(op=ast.Mod(), left=left, right=shown) if left is node:
            return [shown]
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *shown]) if first is node and name in LOGGING:
            return shown
        case _:
            return []


def _is_object(operand: ast.expr, renderer: Renderer) -> bool:
    """True for what is turned into a text where it is shown."""
    if shown_error(operand, renderer) is not None:
        return True
    atoms, mixed, _ = receivers(renderer.type_of(operand))
    classes = [renderer.draft.view.catalog.classes.get(atom.cls) for atom in atoms]
    return bool(atoms) and not mixed and all(cls is not None and cls.form is not Form.CLIENT for cls in classes)
