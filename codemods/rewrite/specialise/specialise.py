"""Decides which parameters of which helpers are ever given, and takes the others out, until nothing changes."""

from __future__ import annotations

import ast
import copy
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from codemods.rewrite.specialise.fold import fold, is_harmless, is_literal, replace_names
from codemods.rewrite.specialise.text import text_of

_ROUNDS = 12
"""A parameter that goes can free another one further down; chains of helpers are shorter than this."""


def specialised(helpers: Mapping[str, str], file: ast.AST) -> dict[str, str]:
    """The helpers that a file still needs, by name, in the same order, each as short as its calls allow.

    `helpers` are the sources of definitions by the name that they have in the file, `file` is the file's tree without
    them. A name that is used other than in a call keeps its function's parameters.
    """
    originals = {name: ast.parse(text).body[0] for name, text in helpers.items()}
    functions = {name: copy.deepcopy(tree) for name, tree in originals.items() if isinstance(tree, ast.FunctionDef)}
    others = [tree for name, tree in originals.items() if name not in functions]
    for _ in range(_ROUNDS):
        before = {name: ast.dump(function) for name, function in functions.items()}
        functions = _needed(functions, [file, *others])
        _drop_parameters(functions, [file, *others])
        for function in functions.values():
            _Inline(functions).visit(function)
            fold(function)
        if before == {name: ast.dump(function) for name, function in functions.items()}:
            break
    live = _reachable(file, {**originals, **functions})
    return {
        name: text_of(functions[name], helpers[name]) if name in functions else text
        for name, text in helpers.items()
        if name in live and (name in functions or not isinstance(originals[name], ast.FunctionDef))
    }


def _reachable(file: ast.AST, trees: Mapping[str, ast.AST]) -> set[str]:
    """The names of the definitions that a file uses, directly or through others."""
    found: set[str] = set()
    queue: list[ast.AST] = [file]
    while queue:
        for node in ast.walk(queue.pop()):
            if isinstance(node, ast.Name) and node.id in trees and node.id not in found:
                found.add(node.id)
                queue.append(trees[node.id])
    return found


def _needed(functions: dict[str, ast.FunctionDef], fixed: list[ast.AST]) -> dict[str, ast.FunctionDef]:
    live = set().union(*(_reachable(tree, functions) for tree in fixed))
    return {name: function for name, function in functions.items() if name in live}


@dataclass(frozen=True)
class _Calls:
    """All calls of one helper. `fixed` ones stand in text that is not ours to change."""

    fixed: list[ast.Call]
    ours: list[ast.Call]


def _drop_parameters(functions: Mapping[str, ast.FunctionDef], fixed: Iterable[ast.AST]) -> None:
    calls, values = _uses(functions, fixed)
    for name, function in functions.items():
        if name in values or function.decorator_list:
            continue
        for parameter in _parameters(function):
            given = _constant_in_all(parameter, function, calls[name])
            if given is not None and _substitute(function, parameter, given):
                for call in calls[name].ours:
                    _take_out(call, function, parameter)
                _remove(function, parameter)


def _uses(functions: Mapping[str, ast.FunctionDef], fixed: Iterable[ast.AST]) -> tuple[dict[str, _Calls], set[str]]:
    """The calls of every helper, and the helpers that are handed around as values."""
    calls: defaultdict[str, _Calls] = defaultdict(lambda: _Calls([], []))
    values: set[str] = set()
    for tree, is_ours in [*((tree, False) for tree in fixed), *((tree, True) for tree in functions.values())]:
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
                uses = calls[node.func.id]
                (uses.ours if is_ours else uses.fixed).append(node)
            elif isinstance(node, ast.Name) and node.id in functions and id(node) not in called:
                values.add(node.id)
    return calls, values


def _parameters(function: ast.FunctionDef) -> dict[str, ast.expr | None]:
    """Every named parameter with its default; the last first, as taking one out moves those behind it."""
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults)) + [*arguments.defaults]
    pairs = [*zip(positional, defaults, strict=True), *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    return {argument.arg: default for argument, default in reversed(pairs)}


def _constant_in_all(parameter: str, function: ast.FunctionDef, calls: _Calls) -> ast.expr | None:
    """What every call gives for a parameter, if that is one and the same literal and no fixed call names it."""
    default = _parameters(function)[parameter]
    given: list[ast.expr | None] = []
    for call in calls.fixed:
        if _argument(call, function, parameter) is not None or not _is_plain(call):
            return None
        given.append(default)
    for call in calls.ours:
        value = _argument(call, function, parameter)
        if value is None and not _is_plain(call):
            return None
        given.append(default if value is None else value)
    literals = [value for value in given if value is not None and is_literal(value)]
    if len(literals) != len(given) or len({ast.dump(value) for value in literals}) != 1:
        return None
    return literals[0]


def _is_plain(call: ast.Call) -> bool:
    """True when what the call does not name is not given."""
    return not any(isinstance(argument, ast.Starred) for argument in call.args) and all(
        keyword.arg is not None for keyword in call.keywords
    )


def _position(function: ast.FunctionDef, parameter: str) -> int | None:
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return names.index(parameter) if parameter in names else None


def _argument(call: ast.Call, function: ast.FunctionDef, parameter: str) -> ast.expr | None:
    position = _position(function, parameter)
    if position is not None and position < len(call.args):
        return call.args[position]  # a Starred before it would be no literal, and nothing behind it is looked at
    return next((keyword.value for keyword in call.keywords if keyword.arg == parameter), None)


def _take_out(call: ast.Call, function: ast.FunctionDef, parameter: str) -> None:
    position = _position(function, parameter)
    if position is not None and position < len(call.args):
        del call.args[position]
    call.keywords = [keyword for keyword in call.keywords if keyword.arg != parameter]


def _substitute(function: ast.FunctionDef, parameter: str, value: ast.expr) -> bool:
    """Put a literal in the place of a parameter; False, and nothing done, where the name means something else too.

    One assignment on the way is allowed, as in `headers = headers or {}`: before it the name is the parameter.
    """
    nested = [node for node in ast.walk(function) if isinstance(node, ast.arg) and node.arg == parameter]
    uses = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == parameter]
    stores = [node for node in uses if not isinstance(node.ctx, ast.Load)]
    if len(nested) != 1 or any(
        parameter in node.names for node in ast.walk(function) if isinstance(node, ast.Nonlocal | ast.Global)
    ):
        return False
    if not stores:
        replace_names(function.body, {parameter: value})
        return True
    for number, statement in enumerate(function.body):
        if any(store in set(ast.walk(statement)) for store in stores):
            if len(stores) == 1 and isinstance(statement, ast.Assign) and statement.targets == [stores[0]]:
                replace_names(function.body[: number + 1], {parameter: value})
                return True
            return False
    return False


def _remove(function: ast.FunctionDef, parameter: str) -> None:
    arguments = function.args
    for index, argument in enumerate(arguments.kwonlyargs):
        if argument.arg == parameter:
            del arguments.kwonlyargs[index], arguments.kw_defaults[index]
            return
    positional = [*arguments.posonlyargs, *arguments.args]
    index = next(index for index, argument in enumerate(positional) if argument.arg == parameter)
    from_end = len(positional) - index
    if from_end <= len(arguments.defaults):
        del arguments.defaults[len(arguments.defaults) - from_end]
    arguments.args = [argument for argument in arguments.args if argument.arg != parameter]
    arguments.posonlyargs = [argument for argument in arguments.posonlyargs if argument.arg != parameter]


class _Inline(ast.NodeTransformer):
    """Puts the value of a call in its place where the call's literals decide it: no headers make no parameters."""

    def __init__(self, functions: Mapping[str, ast.FunctionDef]) -> None:
        self.functions = functions

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        function = self.functions.get(node.func.id) if isinstance(node.func, ast.Name) else None
        if function is None or function.args.vararg or function.args.kwarg or not _is_plain(node):
            return node
        if not all(is_harmless(argument) for argument in [*node.args, *(keyword.value for keyword in node.keywords)]):
            return node
        trial = copy.deepcopy(function)
        for parameter in [argument.arg for argument in (*trial.args.args, *trial.args.kwonlyargs)]:
            value = _argument(node, function, parameter) or _parameters(function)[parameter]
            if value is not None and is_literal(value):
                _substitute(trial, parameter, value)
        body = fold(trial).body
        rest = body[1:] if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) else body
        if len(rest) == 1 and isinstance(rest[0], ast.Return) and is_literal(rest[0].value):
            assert rest[0].value is not None
            return copy.deepcopy(rest[0].value)
        return node
