"""Mocks that are made like a class of boto 2: `MagicMock(spec=Key)`, `create_autospec(Bucket)`."""

from __future__ import annotations

import ast

from codemods.catalog.schema import Rewrite
from codemods.code import Code, code
from codemods.inference.values import BotoName
from codemods.rewrite.doubled import MAKERS
from codemods.rewrite.errors import called_name
from codemods.rewrite.render import Renderer

RULE = "tests.double"
_LIKE = frozenset({"spec", "spec_set"})
_NOTE = "boto3 has no class that this double could be like: it takes every name now"


def unspecified(node: ast.Call, renderer: Renderer) -> Code | None:
    """The mock without the class: boto3 makes its classes at run time, and boto 2's is not there to be looked at."""
    if called_name(node) not in MAKERS:
        return None
    likes: list[tuple[ast.keyword | None, ast.expr]] = [(None, argument) for argument in node.args[:1]]
    likes += [(keyword, keyword.value) for keyword in node.keywords if keyword.arg in _LIKE]
    dropped = [(keyword, value) for keyword, value in likes if _class(value, renderer)]
    if not dropped:
        return None
    rest = node.args[1:] if any(keyword is None for keyword, _ in dropped) else node.args
    gone = {keyword for keyword, _ in dropped}
    is_like = called_name(node) == "create_autospec"
    func = _magic_mock(node.func, renderer) if is_like else renderer.render(node.func)
    parts = [renderer.render(argument) for argument in rest] if not is_like else []
    texts = [part.text for part in parts]
    for keyword in node.keywords:
        if keyword in gone or (is_like and keyword.arg == "instance"):
            continue
        value = renderer.render(keyword.value)
        parts.append(value)
        texts.append(f"{keyword.arg}={value}" if keyword.arg else f"**{value.term}")
    made = code(f"{func.operand}({', '.join(texts)})", func, *parts)
    return renderer.settle(node, _class(dropped[0][1], renderer), "tests", RULE, Rewrite(made, _NOTE), is_name=True)


def _class(node: ast.expr, renderer: Renderer) -> str:
    """The class of boto 2 that an expression is; empty for all else."""
    names = [atom.name for atom in renderer.type_of(node) if isinstance(atom, BotoName)]
    known = len(names) == 1 and renderer.draft.view.catalog.class_named(names[0]) is not None
    return names[0] if known else ""


def _magic_mock(func: ast.expr, renderer: Renderer) -> Code:
    if isinstance(func, ast.Attribute):
        owner = renderer.render(func.value)
        return code(f"{owner.operand}.MagicMock", owner)
    return renderer.draft.imported("unittest.mock", "MagicMock")
