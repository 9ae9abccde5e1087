"""Emitted helpers cut down to what one file asks of them.

A helper takes all that boto 2's method took. Where no call in the file gives a parameter, it always has its default:
the parameter goes, the default takes its place, and what can never happen then goes, too. That holds from helper to
helper. What is left is what a person would have written for these calls.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from codemods.rewrite.fold import Constants, Folder, is_constant
from codemods.rewrite.helpers import HelperSource
from codemods.rewrite.reprint import reprint

_GIVES_NOTHING = {"_header_parameters": "headers", "_response_parameters": "response_headers"}
"""Helpers that give an empty dict when a parameter is None or empty; a test holds them to it."""

_ASKED_BY_LITERALS = frozenset({"_IDENTIFIERS"})
"""Tables whose keys stand as literals in the calls of helpers: what no literal names is never looked up."""

_LOOKS_PAST_NONE = "_given"
"""The helper that leaves out what is None."""


@dataclass(frozen=True)
class _Known:
    """What is the same at every call of a helper: parameters and their constant values."""

    constants: Mapping[str, ast.expr]

    def joined(self, other: _Known) -> _Known:
        """What holds for the calls of both."""
        return _Known(
            {
                name: value
                for name, value in self.constants.items()
                if name in other.constants and ast.dump(value) == ast.dump(other.constants[name])
            }
        )


def slim(sources: Sequence[HelperSource], file: ast.Module, names: Mapping[str, str]) -> list[HelperSource]:
    """`sources` as a file needs them, in the same order; `names` are the names that they have in the file."""
    return _Slimming(sources).run(file, names)


class _Slimming:
    def __init__(self, sources: Sequence[HelperSource]) -> None:
        self._sources = {source.name: source for source in sources}
        self._trees = {source.name: ast.parse(source.text).body[0] for source in sources}
        self._known: dict[str, _Known] = {}
        self._queue: list[str] = []

    def run(self, file: ast.Module, names: Mapping[str, str]) -> list[HelperSource]:
        self._note_calls(file, {names.get(name, name): name for name in self._trees})
        same = {name: name for name in self._trees}
        bodies: dict[str, ast.stmt] = {}
        while self._queue:
            name = self._queue.pop()
            bodies[name] = self._specialised(name)
            self._note_calls(bodies[name], same, name)
        self._cut_tables(bodies, file)
        result = []
        for name, source in self._sources.items():
            if name in bodies:
                text = self._text(bodies[name], source)
                used = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
                result.append(replace(source, text=text, uses=frozenset(used - {name})))
        return result

    def _cut_tables(self, bodies: dict[str, ast.stmt], file: ast.Module) -> None:
        """Leave out of a table what nothing in the file or in its helpers names."""
        for name in _ASKED_BY_LITERALS & bodies.keys():
            table = bodies[name]
            assert isinstance(table, ast.Assign) and isinstance(table.value, ast.Dict)
            others = [file, *(body for other, body in bodies.items() if other != name)]
            asked = {node.value for tree in others for node in ast.walk(tree) if isinstance(node, ast.Constant)}
            rows = zip(table.value.keys, table.value.values, strict=True)
            kept = [(key, value) for key, value in rows if isinstance(key, ast.Constant) and key.value in asked]
            inside = "".join(f"    {ast.unparse(key)}: {ast.unparse(value)},\n" for key, value in kept)
            text = (f"{name} = {{\n{inside}}}" if kept else f"{name} = {{}}").replace("'", '"')
            self._sources[name] = replace(self._sources[name], text=text)

    def _note_calls(self, tree: ast.AST, names: Mapping[str, str], within: str = "") -> None:
        """Take note of how helpers are called in `tree`; one that is used otherwise keeps all its parameters."""
        called = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                called.add(node.func)
                self._reach(names[node.func.id], self._at_call(names[node.func.id], node, bool(within)))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id in names and node not in called and names[node.id] != within:
                self._reach(names[node.id], _Known({}))

    def _reach(self, name: str, known: _Known) -> None:
        before = self._known.get(name)
        after = known if before is None else before.joined(known)
        if before is None or len(after.constants) < len(before.constants):
            self._known[name] = after
            self._queue.append(name)

    def _at_call(self, name: str, call: ast.Call, is_emitted: bool) -> _Known:
        """What a call settles; an argument in the user's own text has to keep its parameter."""
        function = self._trees[name]
        given = bound(function, call)
        if given is None or not isinstance(function, ast.FunctionDef):
            return _Known({})
        is_open = any(keyword.arg is None for keyword in call.keywords)
        values = {} if is_open else {key: value for key, value in defaults(function).items() if key not in given}
        values.update(given if is_emitted else {})
        return _Known({key: value for key, value in values.items() if is_constant(value)})

    def _specialised(self, name: str) -> ast.stmt:
        while True:
            made = ast.parse(self._sources[name].text).body[0]
            if not isinstance(made, ast.FunctionDef):
                return made
            constants: Constants = dict(self._known[name].constants)
            folder = Folder(constants, self._is_nothing)
            made.body = folder.body(made.body)
            spoiled = folder.spoiled | (_read_first(made.body) & constants.keys())
            if not spoiled:
                return made
            kept = {key: value for key, value in constants.items() if key not in spoiled}
            self._known[name] = _Known(kept)

    def _is_nothing(self, call: ast.Call) -> bool:
        """True for a call of a helper that gives an empty dict."""
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name not in _GIVES_NOTHING or name not in self._trees:
            return False
        value = (bound(self._trees[name], call) or {}).get(_GIVES_NOTHING[name])
        return value is not None and is_constant(value) and not ast.unparse(value).strip("{}").replace("None", "")

    def _text(self, made: ast.stmt, source: HelperSource) -> str:
        if not isinstance(made, ast.FunctionDef):
            return source.text
        _drop_parameters(made, self._known[source.name].constants)
        for node in ast.walk(made):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in self._known:
                self._drop_arguments(node, node.func.id)
        return reprint(made, source.text)

    def _drop_arguments(self, call: ast.Call, name: str) -> None:
        """Take the arguments out of a call that the helper has no parameter for any more, or looks past."""
        if name == _LOOKS_PAST_NONE:
            call.keywords = [word for word in call.keywords if not _is_none(word.value)]
        constants = self._known[name].constants
        function = self._trees[name]
        if not constants or not isinstance(function, ast.FunctionDef):
            return
        order = [arg.arg for arg in function.args.args]
        kept = [
            argument for index, argument in enumerate(call.args) if index >= len(order) or order[index] not in constants
        ]
        call.args = kept
        call.keywords = [keyword for keyword in call.keywords if keyword.arg not in constants]


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _read_first(body: list[ast.stmt]) -> set[str]:
    """The names that a body reads and never binds: a parameter among them cannot go."""
    names = [node for statement in body for node in ast.walk(statement) if isinstance(node, ast.Name)]
    stored = {node.id for node in names if not isinstance(node.ctx, ast.Load)}
    own = {node.arg for statement in body for node in ast.walk(statement) if isinstance(node, ast.arg)}
    return {node.id for node in names if isinstance(node.ctx, ast.Load)} - stored - own


def defaults(function: ast.FunctionDef) -> dict[str, ast.expr]:
    """The defaults of a function's parameters."""
    positional = function.args.args
    last = positional[len(positional) - len(function.args.defaults) :]
    found = {arg.arg: value for arg, value in zip(last, function.args.defaults, strict=True)}
    for arg, value in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True):
        if value is not None:
            found[arg.arg] = value
    return found


def bound(function: ast.stmt, call: ast.Call) -> dict[str, ast.expr] | None:
    """The arguments that a call names or places, by parameter; None when places are known at run time only."""
    if not isinstance(function, ast.FunctionDef):
        return None
    order = [arg.arg for arg in function.args.args]
    given: dict[str, ast.expr] = {}
    for index, argument in enumerate(call.args):
        if isinstance(argument, ast.Starred):
            return None
        if index < len(order):
            given[order[index]] = argument
    known = {*order, *(arg.arg for arg in function.args.kwonlyargs)}
    # What `**arguments` takes is no parameter: it has to stay in the call.
    given.update({keyword.arg: keyword.value for keyword in call.keywords if keyword.arg in known})
    return given


def _drop_parameters(function: ast.FunctionDef, constants: Mapping[str, ast.expr]) -> None:
    arguments = function.args
    with_default = defaults(function)
    arguments.args = [arg for arg in arguments.args if arg.arg not in constants]
    arguments.defaults = [with_default[arg.arg] for arg in arguments.args if arg.arg in with_default]
    kept = [
        (arg, value)
        for arg, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        if arg.arg not in constants
    ]
    arguments.kwonlyargs = [arg for arg, _ in kept]
    arguments.kw_defaults = [value for _, value in kept]
