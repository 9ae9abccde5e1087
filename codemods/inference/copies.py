"""Functions that are evaluated for each of their calls apart, because what they give depends on what they get.

`first(volumes)` gives a volume and `first(buckets)` a bucket; `retry(conn.get_all_volumes)` gives what the method
gives. Evaluated once for all callers, they would give everybody the sum of everything. So a function that hands on
what it is given, or calls it, has a copy for each call that enters it; all others are evaluated once.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from codemods.inference.frame import Analysis, Frame
from codemods.inference.scopes import Scope, parameters
from codemods.inference.values import Container, Copy, Function, FunctionNode

_MOST_STATEMENTS = 40  # of a function that calls what it is given
_MOST_OF_ONE = 20  # of one that gives back what it is given
_MOST_COPIES = 24
"""Beyond these the copies would cost more than they tell: all further calls share one."""

_HANDS_ON = frozenset("list tuple set sorted reversed filter next iter max min dict zip enumerate str map".split())


def generic_functions(scopes: Iterable[Scope]) -> set[ast.AST]:
    """The functions that are to have copies."""
    return {scope.node for scope in scopes if isinstance(scope.node, FunctionNode) and _is_generic(scope.node, scope)}


def enter(function: Function, call: ast.AST, frame: Frame) -> ast.AST | Copy:
    """The unit that a call of `function` enters; waits for evaluation when it is new."""
    analysis, node = frame.analysis, function.node
    receiver = _receiver(function, analysis)
    if node not in analysis.generic and function.inside is None and not receiver:
        return node
    known = analysis.copies[node]
    way = _way(function, call, frame) if node in analysis.generic else receiver
    copy = Copy(node, way, function.inside)
    if copy not in known and len(known) >= _MOST_COPIES and way != receiver:
        copy = Copy(node, receiver, function.inside)
    if copy not in known:
        known[copy] = None
        analysis.facts.wait([copy])
    return copy


def _way(function: Function, call: ast.AST, frame: Frame) -> tuple[ast.AST, ...]:
    """What tells the copies of a function apart: for a constructor the class, else the last two calls."""
    if getattr(function.node, "name", "") == "__init__":
        return (function.owner.node,) if function.owner is not None else ()
    receiver = _receiver(function, frame.analysis)
    return (*receiver, call, *(frame.copy.way[:1] if frame.copy is not None else ()))


def _receiver(function: Function, analysis: Analysis) -> tuple[ast.AST, ...]:
    """The class of what a method is called on, where each class of a family has copies of its own."""
    if function.owner is None or analysis.class_of.get(function.node) not in analysis.family_bases:
        return ()
    return (function.owner.node,)


def generator(unit: ast.AST | Copy, kind: str = "iter") -> Container:
    """What calling a generator gives: an iterator over what this unit yields."""
    return Container(kind, unit.node, (0, unit)) if isinstance(unit, Copy) else Container(kind, unit)


def units_of(node: ast.AST, analysis: Analysis) -> list[ast.AST | Copy]:
    """All that a function is evaluated as."""
    return [*analysis.copies.get(node, ())] or [node]


def _is_generic(node: FunctionNode, scope: Scope) -> bool:
    names = {arg.arg for arg in parameters(node.args)} - {"self", "cls"}
    if getattr(node, "name", "") == "__init__":
        return len(names) > 0  # what it is given is kept on objects, which are told apart by their class
    if isinstance(node, ast.Lambda):
        return bool(names) and _hands_on(node.body, names)
    inherited = _parameters_around(scope)
    if not names and not inherited:
        return False
    own = [inner for statement in node.body for inner in ast.walk(statement)]
    size = sum(isinstance(inner, ast.stmt) for inner in own)
    if size > _MOST_STATEMENTS:
        return False
    calls = {inner.func.id for inner in own if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name)}
    if calls & (names | inherited):
        return True
    passed = {
        inner.id for call in own if isinstance(call, ast.Call) for inner in call.args[:1] if isinstance(inner, ast.Name)
    }
    if node.args.vararg is not None and passed & names:
        return True  # hands a callable and its arguments on: `def call(f, *args): return retry(f, *args)`
    return bool(names) and size <= _MOST_OF_ONE and (_returns_given(own, names) or _asks_for(node, own))


def _asks_for(node: ast.FunctionDef | ast.AsyncFunctionDef, own: list[ast.AST]) -> bool:
    """True for a function that gives one thing or another as the caller asks: `list(path, as_keys=False)`."""
    switches = _switches(node)
    return bool(switches) and any(_chooses(inner, switches) for inner in own)


def _chooses(node: ast.AST, switches: set[str]) -> bool:
    match node:
        case ast.If(test=ast.Name(id=name) | ast.UnaryOp(op=ast.Not(), operand=ast.Name(id=name))) if name in switches:
            return any(
                isinstance(inner, ast.Return | ast.Yield | ast.YieldFrom) and inner.value is not None
                for inner in ast.walk(node)
            )
        case ast.Return(value=ast.expr() as given) | ast.Yield(value=ast.expr() as given) | ast.For(iter=given):
            return any(_hands_switch_on(inner, switches) for inner in ast.walk(given))
    return False


def _hands_switch_on(node: ast.AST, switches: set[str]) -> bool:
    match node:
        case ast.IfExp(test=ast.Name(id=name)):
            return name in switches
        case ast.Call():
            given = (*node.args, *(keyword.value for keyword in node.keywords))
            return any(isinstance(argument, ast.Name) and argument.id in switches for argument in given)
    return False


def _switches(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    positional = [*node.args.posonlyargs, *node.args.args]
    defaults = node.args.defaults
    pairs = [
        *zip(positional[len(positional) - len(defaults) :], defaults, strict=True),
        *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
    ]
    return {
        arg.arg
        for arg, default in pairs
        if isinstance(default, ast.Constant) and (default.value is True or default.value is False)
    }


def _parameters_around(scope: Scope) -> set[str]:
    """The parameters of the functions around one: a decorator's wrapper calls its decorator's parameter."""
    names: set[str] = set()
    outer = scope.outer
    while outer is not None:
        if isinstance(outer.node, FunctionNode):
            names |= {arg.arg for arg in parameters(outer.node.args)} - {"self", "cls"}
        outer = outer.outer
    return names - scope.names


def _returns_given(nodes: list[ast.AST], names: set[str]) -> bool:
    derived = set(names)
    for _ in range(2):
        for node in nodes:
            match node:
                case ast.Assign(targets=targets, value=value) if _hands_on(value, derived):
                    derived |= set().union(*map(_names_in, targets))
                case ast.For(target=target, iter=iterated) | ast.comprehension(target=target, iter=iterated):
                    if _hands_on(iterated, derived):
                        derived |= _names_in(target)
                case ast.Call(func=ast.Attribute(value=ast.Name(id=into), attr="append" | "add" | "extend" | "put")):
                    if any(_hands_on(argument, derived) for argument in node.args):
                        derived.add(into)
    return any(
        node.value is not None and _hands_on(node.value, derived)
        for node in nodes
        if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom)
    )


def _names_in(target: ast.expr) -> set[str]:
    return {name.id for name in ast.walk(target) if isinstance(name, ast.Name)}


def _hands_on(node: ast.expr, names: set[str]) -> bool:
    """True when the value of an expression is, or holds, one of `names` or a part of one."""
    match node:
        case ast.Name(id=name):
            return name in names
        case ast.Subscript(value=value) | ast.Starred(value=value) | ast.Await(value=value):
            return _hands_on(value, names)
        case ast.IfExp(body=body, orelse=otherwise):
            return _hands_on(body, names) or _hands_on(otherwise, names)
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return any(_hands_on(part, names) for part in parts)
        case ast.Dict(values=parts):
            return any(_hands_on(part, names) for part in parts)
        case ast.ListComp(elt=element) | ast.GeneratorExp(elt=element) | ast.SetComp(elt=element):
            return _hands_on(element, names)
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return name in names or (name in _HANDS_ON and any(_hands_on(part, names) for part in arguments))
    return False
