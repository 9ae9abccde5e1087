"""Where a value comes from: an expression is followed backwards to those that make what it can be.

The inference tells what a value is; this tells which expressions wrote it, for values that it has no types for: the
parts of a dict that a function returned, the elements of a list that a loop goes over, what callers hand over. What is
not understood ends the way and is an origin itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.inference.values import Instance
from codemods.rewrite.order import enclosing_scope

ANY = object()
"""The step to an element that is not known by its key or place."""

_SAME = frozenset({"str", "unicode", "bytes", "list", "tuple", "sorted", "reversed", "set", "iter", "dict"})
_SAME_METHODS = frozenset({"encode", "decode", "strip", "copy", "format"})
_PAIRS = frozenset({"items", "iteritems", "viewitems"})
_MOST, _DEEPEST, _LONGEST = 400, 60, 8
"""With more steps, with more of them one behind the other, or with a longer way nothing is to be learnt."""


@dataclass(frozen=True)
class Origin:
    """An expression that makes a value, and the way from what it makes to the value: keys, places or ANY."""

    node: ast.expr
    way: tuple[object, ...]
    module: ModuleFile


class Origins:
    """Looks for origins in a whole program."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._seen: set[tuple[ast.AST, tuple[object, ...]]] = set()
        self._depth = 0

    def of(self, node: ast.expr, module: ModuleFile, way: tuple[object, ...] = ()) -> list[Origin]:
        """The origins of an expression, or of the part of it that a way leads to."""
        self._seen, self._depth = set(), 0
        return list(self._follow(node, way, module))

    def _follow(self, node: ast.expr, way: tuple[object, ...], module: ModuleFile) -> Iterator[Origin]:
        if (node, way) in self._seen:
            return
        self._seen.add((node, way))
        if len(self._seen) > _MOST or len(way) > _LONGEST or self._depth > _DEEPEST:
            yield Origin(node, way, module)  # not understood
            return
        self._depth += 1
        found = False
        for origin in self._sources(node, way, module):
            found = True
            yield origin
        self._depth -= 1
        if not found:
            yield Origin(node, way, module)

    def _sources(self, node: ast.expr, way: tuple[object, ...], module: ModuleFile) -> Iterator[Origin]:
        match node:
            case ast.Name(ctx=ast.Load()):
                yield from self._name(node, way, module)
            case ast.Attribute(value=owner, attr=name):
                for atom in self._analysis.type_of(owner):
                    if isinstance(atom, Instance):
                        yield from self._attribute(atom.node, name, way)
            case ast.Subscript(value=inner, slice=key):
                yield from self._follow(inner, (_step(key), *way), module)
            case ast.Call():
                yield from self._call(node, way, module)
            case ast.IfExp(body=one, orelse=other):
                yield from self._follow(one, way, module)
                yield from self._follow(other, way, module)
            case ast.BoolOp(values=values):
                for value in values:
                    yield from self._follow(value, way, module)
            case ast.Dict(keys=keys, values=values) if way:
                for key_node, value in zip(keys, values, strict=True):
                    if way[0] is ANY and key_node is not None:  # a loop goes over the keys
                        yield from self._follow(key_node, way[1:], module)
                    elif isinstance(key_node, ast.Constant) and key_node.value == way[0]:
                        yield from self._follow(value, way[1:], module)
            case ast.BinOp(left=left, op=ast.Add(), right=right) if way:
                yield from self._follow(left, (ANY, *way[1:]), module)
                yield from self._follow(right, (ANY, *way[1:]), module)
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts) if way:
                for part in _chosen(parts, way[0]):
                    yield from self._follow(part, way[1:], module)

    def _name(self, node: ast.Name, way: tuple[object, ...], module: ModuleFile) -> Iterator[Origin]:
        scope = enclosing_scope(node, module)
        while True:
            if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and _is_parameter(scope, node.id):
                yield from self._parameter(scope, node.id, way, module)
                if not self._analysis.callers.get(scope) or scope in self._analysis.aliased:
                    yield Origin(node, way, module)  # whoever calls is not to be seen
                return
            bound = list(_bindings(scope, node.id, module))
            for value, first in bound:
                yield from self._follow(value, (*first, *way), module)
            for key, value, first in _entries(scope, node.id):
                if way and _step(key) in (way[0], ANY):
                    yield from self._follow(value, (*first, *way[1:]), module)
                if way == (ANY,) and isinstance(key, ast.Constant):  # a loop goes over the keys
                    yield Origin(key, (), module)
            if bound or isinstance(scope, ast.Module):
                return
            scope = enclosing_scope(scope, module)

    def _attribute(self, cls: ast.ClassDef, name: str, way: tuple[object, ...]) -> Iterator[Origin]:
        """What the methods of a class, and its body, store under a name."""
        module = self._analysis.module_of.get(cls)
        if module is None:
            return
        for statement in ast.walk(cls):
            if not isinstance(statement, ast.Assign):
                continue
            for target in statement.targets:
                for place, first in _unpacked(target):
                    is_own = isinstance(place, ast.Attribute) and place.attr == name
                    is_in_body = isinstance(place, ast.Name) and place.id == name and statement in cls.body
                    if is_own or is_in_body:
                        yield from self._follow(statement.value, (*first, *way), module)

    def _call(self, node: ast.Call, way: tuple[object, ...], module: ModuleFile) -> Iterator[Origin]:
        for callee in self._analysis.callees.get(node, {}):
            home = self._analysis.module_of.get(callee)
            if home is not None and isinstance(callee, ast.FunctionDef | ast.AsyncFunctionDef):
                for returned in _returns(callee):
                    yield from self._follow(returned, way, home)
        match node:
            case ast.Call(func=ast.Name(id="dict"), keywords=[*keywords]) if keywords and way:
                for keyword in keywords:
                    if keyword.arg == way[0]:
                        yield from self._follow(keyword.value, way[1:], module)
            case ast.Call(func=ast.Name(id="enumerate"), args=[inner, *_]) if len(way) > 1 and way[1] == 1:
                yield from self._follow(inner, (ANY, *way[2:]), module)
            case ast.Call(func=ast.Name(id="zip"), args=parts) if len(way) > 1:
                for part in _chosen(parts, way[1]):
                    yield from self._follow(part, (ANY, *way[2:]), module)
            case ast.Call(func=ast.Name(id=name), args=[inner, *_]) if name in _SAME:
                yield from self._follow(inner, way, module)
            case ast.Call(func=ast.Attribute(value=inner, attr="get" | "pop"), args=[key, *default]):
                yield from self._follow(inner, (_step(key), *way), module)
                for value in default:
                    yield from self._follow(value, way, module)
            case ast.Call(func=ast.Attribute(value=inner, attr=name)) if name in _SAME_METHODS:
                yield from self._follow(inner, way, module)
            case ast.Call(func=ast.Attribute(value=inner, attr=name)) if name in _PAIRS and len(way) > 1:
                if way[1] in (0, ANY):  # the keys
                    yield from self._follow(inner, (ANY, *way[2:]), module)
                else:
                    yield from self._values(inner, way[2:], module)
            case ast.Call(func=ast.Attribute(value=inner, attr="values" | "itervalues")) if way:
                yield from self._values(inner, way[1:], module)
            case ast.Call(func=ast.Attribute(value=inner, attr="keys" | "iterkeys")) if way:
                yield from self._follow(inner, (ANY, *way[1:]), module)

    def _values(self, mapping: ast.expr, way: tuple[object, ...], module: ModuleFile) -> Iterator[Origin]:
        """The values of a dict: of one that is written out each, else what is below any key."""
        for origin in self.of_way(mapping, module):
            if isinstance(origin.node, ast.Dict) and not origin.way:
                for value in origin.node.values:
                    yield from self._follow(value, way, module)
            else:
                yield Origin(origin.node, (*origin.way, ANY, *way), origin.module)

    def of_way(self, node: ast.expr, module: ModuleFile) -> list[Origin]:
        """The origins of a container as a whole."""
        return list(self._follow(node, (), module))

    def _parameter(
        self,
        function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
        name: str,
        way: tuple[object, ...],
        module: ModuleFile,
    ) -> Iterator[Origin]:
        if isinstance(function, ast.Lambda):
            yield from self._of_lambda(function, name, way, module)
            return
        spec = function.args
        names = [argument.arg for argument in (*spec.posonlyargs, *spec.args)]
        for argument, default in zip(reversed(names), reversed(spec.defaults), strict=False):
            if argument == name:
                yield from self._follow(default, way, module)
        for call in self._analysis.callers.get(function, {}):
            home = next((one for one in self._analysis.program.modules.values() if call in one.parents), None)
            if home is None:
                continue
            is_bound = function in self._analysis.class_of and isinstance(call.func, ast.Attribute)
            is_made = function.name == "__init__"
            skipped = 1 if (is_bound or is_made) and not _is_static(function) else 0
            if name in names:
                place = names.index(name) - skipped
                if 0 <= place < len(call.args):
                    yield from self._follow(call.args[place], way, home)
            if spec.vararg is not None and name == spec.vararg.arg and way:
                for part in _chosen(call.args[len(names) - skipped :], way[0]):
                    yield from self._follow(part, way[1:], home)
            for keyword in call.keywords:
                if keyword.arg == name and name in [*names, *(one.arg for one in spec.kwonlyargs)]:
                    yield from self._follow(keyword.value, way, home)
                if spec.kwarg is not None and name == spec.kwarg.arg and way and keyword.arg == way[0]:
                    yield from self._follow(keyword.value, way[1:], home)

    def _of_lambda(
        self, function: ast.Lambda, name: str, way: tuple[object, ...], module: ModuleFile
    ) -> Iterator[Origin]:
        """`map(lambda name: ..., names)`."""
        match module.parents.get(function):
            case ast.Call(func=ast.Name(id="map" | "filter"), args=[first, sequence]) if first is function:
                yield from self._follow(sequence, (ANY, *way), module)


def _step(key: ast.expr) -> object:
    return key.value if isinstance(key, ast.Constant) else ANY


def _chosen(parts: list[ast.expr], step: object) -> list[ast.expr]:
    if isinstance(step, int):
        return parts[step : step + 1] if step >= 0 else parts[step:][:1]
    return parts if step is ANY else []


def _is_parameter(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, name: str) -> bool:
    spec = function.args
    rest = [one for one in (spec.vararg, spec.kwarg) if one is not None]
    return any(one.arg == name for one in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *rest))


def _is_static(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in function.decorator_list)


def _unpacked(target: ast.expr, way: tuple[object, ...] = ()) -> Iterator[tuple[ast.expr, tuple[object, ...]]]:
    """The places that a target stores in, with the way from the value to what each gets."""
    if isinstance(target, ast.Tuple | ast.List):
        for index, part in enumerate(target.elts):
            yield from _unpacked(part, (*way, index))
    else:
        yield target, way


def _bindings(scope: ast.AST, name: str, module: ModuleFile) -> Iterator[tuple[ast.expr, tuple[object, ...]]]:
    """What a name is bound to in a scope: values, and the way into them."""
    for node in ast.walk(scope):
        targets: list[tuple[ast.expr, ast.expr, tuple[object, ...]]] = []
        if isinstance(node, ast.Assign):
            targets = [(target, node.value, ()) for target in node.targets]
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            targets = [(node.target, node.value, ())]
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            targets = [(node.target, node.iter, (ANY,))]
        for target, value, first in targets:
            for place, way in _unpacked(target):
                if isinstance(place, ast.Name) and place.id == name and enclosing_scope(place, module) is scope:
                    yield value, (*first, *way)


def _entries(scope: ast.AST, name: str) -> Iterator[tuple[ast.expr, ast.expr, tuple[object, ...]]]:
    """The keys and values of `name[key] = value` in a scope, with the way into the value."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for place, way in _unpacked(target):
                    match place:
                        case ast.Subscript(value=ast.Name(id=found), slice=key) if found == name:
                            yield key, node.value, way


def _returns(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[ast.expr]:
    inner = {
        node
        for child in ast.walk(function)
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and child is not function
        for node in ast.walk(child)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None and node not in inner:
            yield node.value
