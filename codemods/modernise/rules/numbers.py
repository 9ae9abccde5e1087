"""Division, and rounding."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.kinds import Kind, kind
from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import DIVISION, ROUND, Note


def integer_division(module: Module) -> Iterator[Rewrite | Note]:
    """// for two integers, nothing when a side is surely a float or a text, else a note."""
    if "division" in module.futures:
        return
    for node in module.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            left, right = node.left, node.right
            between = module.span(left).end, module.span(right).start
        elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Div):
            left, right = node.target, node.value
            between = module.span(left).end, module.span(right).start
        else:
            continue
        kinds = {_kind(module, left), _kind(module, right)}
        if kinds == {Kind.INT}:
            at = _slash(module.text, *between)
            yield (module.insert(at, "/"),)
        elif kinds <= {Kind.INT, Kind.UNKNOWN}:
            yield module.note(node, DIVISION, module.brief(node))


def _kind(module: Module, node: ast.expr) -> Kind:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        load = next(module.scopes.loads_of(node.id, module.binding_scope(node, node.id)), None)
        return kind(module, load) if load else Kind.UNKNOWN
    return kind(module, node)


def _slash(text: str, start: int, end: int) -> int:
    """Where the operator stands between two operands, past comments and closing parentheses."""
    while start < end:
        if text[start] == "/":
            return start
        if text[start] == "#":
            start = text.index("\n", start)
        start += 1
    raise AssertionError("no operator between the operands of a division")


def rounding(module: Module) -> Iterator[Note]:
    """round(x), and math.floor() and ceil() where their float is not made an int at once."""
    for call in module.calls():
        name = module.callee(call)
        rounds = name == "round" and len(call.args) == 1 and not call.keywords
        made_int = module.builtin(getattr(module.parents[call], "func", call), "int")
        if rounds or (name in ("math.floor", "math.ceil") and not made_int):
            yield module.note(call, ROUND, module.brief(call))
