"""Which files get boto 2 objects although they never name boto: found from what the analysis of the others shows.

Parsing and analysing every file of a repository would make the cost grow with the repository. So the run starts with
the files that name boto 2; what those hand to functions elsewhere, and who imports what carries their objects, tells
which files to read next.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from codemods.discover import Found, imported_names
from codemods.inference import facts
from codemods.inference.frame import Analysis
from codemods.inference.usage import giveaways, imports_boto2
from codemods.inference.values import (
    Boto,
    BotoMethod,
    BotoName,
    Class,
    Container,
    Descriptor,
    External,
    Function,
    FunctionNode,
    Instance,
    Partial,
    Record,
    Value,
)


def next_files(analysis: Analysis, rest: Iterable[Found]) -> list[Found]:
    """The files among `rest` that can hold objects which the analysed program makes or hands on."""
    rest = list(rest)
    if not rest:
        return []
    carriers = _Carriers(analysis)
    exports = _exports(analysis, carriers)
    getting = _Modules((*analysis.handed_to, *_unseen_bases(analysis, carriers)))
    telling = _telling(analysis)
    wanted = []
    for file in rest:
        names = set().union(*(exports.get(name, set()) for name in imported_names(file.raw)))
        hands_on = names and b"import *" in file.raw
        if hands_on or _mentions(file.raw, names) or getting.names(file.path) or telling(file.raw):
            wanted.append(file)
    return wanted


def _telling(analysis: Analysis) -> Callable[[bytes], object]:
    """Whether a file uses a member that hardly anything but boto 2 has, in a program that is on boto 2."""
    if not imports_boto2(analysis.program):
        return lambda raw: None
    return re.compile(rb"\.(?:" + "|".join(sorted(giveaways(analysis))).encode() + rb")\b").search


def _exports(analysis: Analysis, carriers: _Carriers) -> dict[str, set[str]]:
    """The names of each module (by the last part of its own name) that hold or give boto 2 objects."""
    exports: defaultdict[str, set[str]] = defaultdict(set)
    own: dict[str, set[str]] = {}
    for module in analysis.program.modules.values():
        names = analysis.scopes[module.tree].names
        own[module.key] = {
            name for name in names if carriers.carries(analysis.facts.read(facts.variable(module.tree, name), None))
        }
        exports[_stem(module.key)] |= own[module.key]
    for module in analysis.program.modules.values():
        for statement in module.star_imports:
            origin = analysis.program.find(analysis.program.absolute(module, statement.module, statement.level), module)
            if origin is not None:
                exports[_stem(module.key)] |= own[origin.key]
    return exports


def _unseen_bases(analysis: Analysis, carriers: _Carriers) -> Iterator[str]:
    """Dotted names of base classes that were not read yet, of classes that hold boto 2 objects."""
    for node in analysis.scopes:
        if isinstance(node, ast.ClassDef):
            unseen = [a.name for a in analysis.facts.read(facts.bases(node), None) if isinstance(a, External)]
            if unseen and carriers.keeps(node):
                yield from unseen


class _Modules:
    """Modules by dotted names of something in them: `app.base.Command` may mean app/base.py, and app/__init__.py."""

    def __init__(self, dotted: Iterable[str]) -> None:
        self._prefixes: set[tuple[str, ...]] = set()
        for name in dotted:
            parts = tuple(name.split("."))
            self._prefixes.update(parts[:count] for count in range(1, len(parts) + 1))

    def names(self, path: str) -> bool:
        """Is a file one of these modules, whatever folder the program is started from?"""
        parts = PurePosixPath(path).with_suffix("").parts
        if parts[-1] == "__init__":
            parts = parts[:-1]
        return any(parts[start:] in self._prefixes for start in range(len(parts)))


def _mentions(raw: bytes, names: set[str]) -> bool:
    if not names:
        return False
    pattern = rb"\b(?:" + b"|".join(re.escape(name.encode()) for name in sorted(names)) + rb")\b"
    return re.search(pattern, raw) is not None


def _stem(path: str) -> str:
    parts = PurePosixPath(path).with_suffix("").parts
    return parts[-2] if parts[-1] == "__init__" and len(parts) > 1 else parts[-1]


class _Carriers:
    """Which values hold boto 2 objects, or give them when they are called or looked into."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._known: dict[object, bool] = {}
        self._attributes: defaultdict[ast.AST, list[Value]] = defaultdict(list)
        for about, value in analysis.facts.everything():
            if about[0] == "attribute":
                self._attributes[about[1]].append(value)  # type: ignore[index]

    def carries(self, value: Value) -> bool:
        """Does the value hold, give or wrap a boto 2 object?"""
        return any(self._carries(atom) for atom in value)

    def keeps(self, node: ast.ClassDef) -> bool:
        """Do objects of a class keep boto 2 objects, or have methods that give some, where a base could use them?"""
        return any(
            self._is_of_boto2(self._analysis.facts.read(facts.returned(atom.node), None))
            if isinstance(atom, Function)
            else self._carries(atom)
            for value in self._attributes[node]
            for atom in value
        )

    def _is_of_boto2(self, value: Value) -> bool:
        """Is it a boto 2 object, or a list of some? (Objects that only wrap one are a large part of some programs.)"""
        read = self._analysis.facts.read
        held = [read(facts.item(atom.site, atom.level), None) for atom in value if isinstance(atom, Container)]
        return any(isinstance(atom, Boto) for atom in value.union(*held))

    def _carries(self, atom: object) -> bool:
        if isinstance(atom, Boto | BotoMethod | BotoName):
            return True
        if atom not in self._known:
            self._known[atom] = False  # what only leads back to itself carries nothing
            self._known[atom] = self._look(atom)
        return self._known[atom]

    def _look(self, atom: object) -> bool:
        read = self._analysis.facts.read
        match atom:
            case Function(node=node):
                made = read(facts.returned(node), None)
                takes = [] if isinstance(node, ast.Lambda) else [arg.arg for arg in node.args.args]
                given = [read(facts.parameter(node, name), None) for name in takes if name not in ("self", "cls")]
                is_generator = self._analysis.scopes[node].is_generator
                yielded = read(facts.item(node, 0), None) if is_generator else frozenset()
                return (
                    self.carries(made)
                    or self.carries(yielded)
                    or any(map(self.carries, given))
                    or self._calls_back(node)
                )
            case Class(node=node) | Instance(node=node):
                return any(self.carries(value) for value in self._attributes[node])
            case Container(site=site, level=level):
                return self.carries(read(facts.item(site, level), None))
            case Record(site=site, fields=fields):
                return self.carries(read(facts.item(site, fields), None))
            case Partial(site=site) | Descriptor(site=site):
                return self.carries(read(facts.called(site), None))
            case _:
                return False

    def _calls_back(self, node: FunctionNode) -> bool:
        """Does a function hand boto 2 objects to a function that it gets? (Or one inside of it: a decorator's.)"""
        if node not in self._analysis.generic:
            return False
        given = {inner.arg for inner in ast.walk(node) if isinstance(inner, ast.arg)}
        return any(
            self.carries(self._analysis.type_of(argument))
            for call in ast.walk(node)
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in given
            for argument in call.args
        )
