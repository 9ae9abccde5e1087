"""Simplifies a function's tree where values are written out: constant tests, empty dicts, code that is never reached.

Only laws that hold for all values of what is left are used: an operand is dropped when it is a literal, never when
it is a name or a call.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)


def fold(function: ast.FunctionDef) -> ast.FunctionDef:
    """The same function, simplified until nothing more can be; the given tree is changed."""
    folder = _Folder()
    while True:
        before = ast.dump(function)
        folder.visit(function)
        _spread_literals(function)
        if ast.dump(function) == before:
            return function


def is_literal(node: ast.expr | None) -> bool:
    """True for a constant, and for an empty list, tuple or dict: no name in it, and nothing happens."""
    match node:
        case ast.Constant():
            return True
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant()):
            return True
        case ast.List(elts=[]) | ast.Tuple(elts=[]) | ast.Dict(keys=[]):
            return True
    return False


def is_harmless(node: ast.expr) -> bool:
    """True when leaving out the evaluation changes nothing: names, literals, attributes of plain names, lambdas."""
    match node:
        case ast.Name() | ast.Lambda():
            return True
        case ast.Attribute(value=value):
            return isinstance(value, ast.Name)
        case ast.Tuple(elts=items) | ast.List(elts=items):
            return all(is_harmless(item) for item in items)
        case ast.BinOp(left=left, right=right):
            return is_harmless(left) and is_harmless(right)
    return is_literal(node)


def truth(node: ast.expr) -> bool | None:
    """Whether an expression is true, where that can be seen."""
    match node:
        case ast.Constant(value=value):
            return bool(value)
        case ast.List(elts=[]) | ast.Tuple(elts=[]) | ast.Dict(keys=[]):
            return False
        case ast.Lambda():
            return True
    return None


class _Folder(ast.NodeTransformer):
    """One pass, innermost first."""

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        stops = isinstance(node.op, ast.Or)
        values: list[ast.expr] = []
        for value in node.values:
            known = truth(value)
            if known is None or known is stops or value is node.values[-1]:
                values.append(value)
            if known is stops:
                break
        if len(values) == 1:
            return values[0]
        node.values = values
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        known = truth(node.operand)
        return ast.Constant(not known) if isinstance(node.op, ast.Not) and known is not None else node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        known = truth(node.test)
        return node if known is None else node.body if known else node.orelse

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        if len(node.ops) != 1:
            return node
        left, right, known = node.left, node.comparators[0], None
        match node.ops[0], left, right:
            case (ast.Is() | ast.IsNot()) as op, ast.Constant(value=a), ast.Constant(value=b) if a is None or b is None:
                known = (a is b) is isinstance(op, ast.Is)
            case (ast.Is() | ast.IsNot()) as op, ast.Constant(value=bool(a)), ast.Constant(value=bool(b)):
                known = (a is b) is isinstance(op, ast.Is)
            case (ast.Eq() | ast.NotEq()) as op, ast.Constant(value=a), ast.Constant(value=b):
                known = (a == b) is isinstance(op, ast.Eq)
            case (ast.In() | ast.NotIn()) as op, ast.Constant(value=a), ast.Tuple(elts=items):
                members = [item.value for item in items if isinstance(item, ast.Constant)]
                known = (a in members) is isinstance(op, ast.In) if len(members) == len(items) else None
            case (ast.Gt() | ast.Lt()) as op, ast.Constant(value=int(a)), ast.Constant(value=int(b)):
                known = a > b if isinstance(op, ast.Gt) else a < b
        return node if known is None else ast.Constant(known)

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        keys: list[ast.expr | None] = []
        values: list[ast.expr] = []
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None and isinstance(value, ast.Dict):
                keys += value.keys
                values += value.values
            else:
                keys.append(key)
                values.append(value)
        node.keys, node.values = keys, values
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        keywords: list[ast.keyword] = []
        for keyword in node.keywords:
            inner = keyword.value
            if keyword.arg is None and isinstance(inner, ast.Dict) and all(_is_name(key) for key in inner.keys):
                pairs = zip(inner.keys, inner.values, strict=True)
                keywords += [ast.keyword(key.value, value) for key, value in pairs]  # type: ignore[union-attr]
            else:
                keywords.append(keyword)
        node.keywords = keywords
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Dict(keys=[]), attr="items" | "keys" | "values"), args=[]):
                return ast.Tuple([], ast.Load())
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        self.generic_visit(node)
        return ast.List([], ast.Load()) if _loops_over_nothing(node) else node

    def visit_DictComp(self, node: ast.DictComp) -> ast.expr:
        self.generic_visit(node)
        return ast.Dict([], []) if _loops_over_nothing(node) else node

    def visit_If(self, node: ast.If) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        known = truth(node.test)
        if known is not None:
            return node.body if known else node.orelse
        return node

    def visit_For(self, node: ast.For) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        return node.orelse if truth(node.iter) is False else node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                setattr(node, name, _reached(block))
        body = getattr(node, "body", None)
        if body == [] and isinstance(node, ast.stmt | ast.ExceptHandler):
            node.body = [ast.Pass()]  # type: ignore[union-attr]
        return node


def _is_name(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value.isidentifier()


def _loops_over_nothing(node: ast.ListComp | ast.DictComp) -> bool:
    return truth(node.generators[0].iter) is False


def _reached(block: list[ast.stmt]) -> list[ast.stmt]:
    """The statements up to the first that leaves; `pass` beside others goes."""
    found: list[ast.stmt] = []
    for statement in block:
        found.append(statement)
        if isinstance(statement, ast.Return | ast.Raise | ast.Continue | ast.Break):
            break
    return [each for each in found if not isinstance(each, ast.Pass)] or found[:1]


def _spread_literals(function: ast.FunctionDef) -> None:
    """Put a literal that a local name is bound to, once, in the place of the name; drop names that nobody reads."""
    for statement in list(function.body):
        if not (isinstance(statement, ast.Assign) and len(statement.targets) == 1):
            continue
        target = statement.targets[0]
        if not isinstance(target, ast.Name):
            continue
        uses = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == target.id]
        loads = [node for node in uses if isinstance(node.ctx, ast.Load)]
        if len(uses) - len(loads) != 1 or _is_rebound(function, target.id):
            continue
        if not loads and is_harmless(statement.value):
            function.body.remove(statement)
        elif is_literal(statement.value) and _may_stand_for(statement.value, loads, function):
            _Replace({target.id: statement.value}).visit(function)
            function.body.remove(statement)
    if not function.body:
        function.body.append(ast.Pass())


def _is_rebound(function: ast.FunctionDef, name: str) -> bool:
    arguments = [node for node in ast.walk(function) if isinstance(node, ast.arg)]
    return any(argument.arg == name for argument in arguments) or any(
        name in node.names for node in ast.walk(function) if isinstance(node, ast.Nonlocal | ast.Global)
    )


def _may_stand_for(value: ast.expr, loads: list[ast.Name], function: ast.FunctionDef) -> bool:
    """A text stays in one place; an empty dict goes only where it is unpacked, and so never changed."""
    if isinstance(value, ast.Constant):
        return len(loads) == 1 or not isinstance(value.value, str | bytes)
    unpacked = set()
    for node in ast.walk(function):
        match node:
            case ast.keyword(arg=None, value=inner):
                unpacked.add(inner)
            case ast.Dict(keys=keys, values=values):
                unpacked |= {inner for key, inner in zip(keys, values, strict=True) if key is None}
    return all(load in unpacked for load in loads)


class _Replace(ast.NodeTransformer):
    """Puts expressions in the place of names that are read."""

    def __init__(self, values: dict[str, ast.expr]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.values.get(node.id, node) if isinstance(node.ctx, ast.Load) else node


def replace_names(statements: Iterable[ast.stmt], values: dict[str, ast.expr]) -> None:
    """Put expressions in the place of names that are read in some statements."""
    for statement in statements:
        _Replace(values).visit(statement)
