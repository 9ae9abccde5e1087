"""Which files get boto 2 objects although they never name boto: found from what the analysis of the others shows.

Parsing and analysing every file of a repository would make the cost grow with the repository. So the run starts with
the files that name boto 2; what those hand to functions elsewhere, and who imports what carries their objects, tells
which files to read next.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from codemods.discover import Found, imported_names
from codemods.inference import facts
from codemods.inference.frame import Analysis
from codemods.inference.values import Boto, BotoMethod, Class, Container, Function, Instance, Partial, Value


def next_files(analysis: Analysis, rest: Iterable[Found]) -> list[Found]:
    """The files among `rest` that can hold objects which the analysed program makes or hands on."""
    carriers = _Carriers(analysis)
    exports: defaultdict[str, set[str]] = defaultdict(set)
    for module in analysis.program.modules.values():
        stem = _stem(module.key)
        for name in analysis.scopes[module.tree].names:
            if carriers.carries(analysis.facts.read(facts.variable(module.tree, name), None)):
                exports[stem].add(name)
    wanted = []
    for file in rest:
        stem = _stem(file.path)
        names = set().union(*(exports.get(name, set()) for name in imported_names(file.raw)))
        if _mentions(file.raw, names) or any(stem in dotted.split(".") for dotted in analysis.handed_to):
            wanted.append(file)
    return wanted


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

    def _carries(self, atom: object) -> bool:
        if isinstance(atom, Boto | BotoMethod):
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
                return self.carries(made) or self.carries(yielded) or any(map(self.carries, given))
            case Class(node=node) | Instance(node=node):
                return any(self.carries(value) for value in self._attributes[node])
            case Container(site=site, level=level):
                return self.carries(read(facts.item(site, level), None))
            case Partial(site=site):
                return self.carries(read(facts.called(site), None))
            case _:
                return False
