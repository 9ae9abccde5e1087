"""Methods that a class inherits are evaluated for each class that inherits them apart.

`self.store.fetch()` in a base class calls one store in this subclass and another one in that, and what it gives is
kept on objects of this class or of that. Evaluated once for the whole family, a base class would mix up what its
subclasses keep apart: a class for each cloud, of which one is boto 2's.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

from codemods.inference import copies, facts
from codemods.inference.attributes import decorators, first_parameter
from codemods.inference.families import ancestors
from codemods.inference.frame import Analysis, Frame
from codemods.inference.scopes import Scope
from codemods.inference.values import Class, Function, Instance

_FEW_CLASSES = 12
_MOST_CLASSES = 64
_MOST_STATEMENTS = 600
"""With more classes below it, or more to evaluate, a class is a framework's base, evaluated once for all of them."""

_Method = ast.FunctionDef | ast.AsyncFunctionDef


def family_bases(scopes: Iterable[Scope]) -> set[ast.ClassDef]:
    """The classes from which a few others derive, by the names in their heads: known before anything is evaluated."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    classes = [scope.node for scope in scopes if isinstance(scope.node, ast.ClassDef)]
    for cls in classes:
        for base in cls.bases:
            name = base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")
            named[name].add(cls.name)
    return {cls for cls in classes if _is_worth_it(cls, _count_below(cls.name, named))}


def _is_worth_it(cls: ast.ClassDef, below: int) -> bool:
    if below <= _FEW_CLASSES or below > _MOST_CLASSES:
        return 0 < below <= _FEW_CLASSES
    return below * sum(isinstance(node, ast.stmt) for node in ast.walk(cls)) <= _MOST_STATEMENTS


def _count_below(name: str, named: dict[str, set[str]]) -> int:
    found: set[str] = set()
    waiting = [name]
    while waiting and len(found) <= _MOST_CLASSES:
        below = named.get(waiting.pop(), set()) - found - {name}
        found |= below
        waiting += below
    return len(found)


def seed(cls: ast.ClassDef, frame: Frame) -> None:
    """Have the methods that a class inherits evaluated for it."""
    seen = {statement.name for statement in cls.body if isinstance(statement, _Method)}
    for ancestor in ancestors(cls, frame):
        if ancestor is cls or not isinstance(ancestor, ast.ClassDef):
            continue
        for method in ancestor.body if ancestor in frame.analysis.family_bases else ():
            if isinstance(method, _Method) and method.name not in seen:
                _enter(method, cls, frame)
                seen.add(method.name)


def _enter(method: _Method, cls: ast.ClassDef, frame: Frame) -> None:
    first, kinds = first_parameter(method), decorators(method)
    if first is None or "staticmethod" in kinds or method not in frame.analysis.class_of:
        return
    owner = Class(cls) if "classmethod" in kinds or first == "cls" else Instance(cls)
    unit = copies.enter(Function(method, owner), method, frame)
    frame.add(facts.parameter(unit, first), frozenset({owner}))


def uncovered(analysis: Analysis) -> list[_Method]:
    """The methods of base classes that are evaluated for no class, as each class below has its own: for the base."""
    return [
        method
        for method, cls in analysis.class_of.items()
        if cls in analysis.family_bases and isinstance(method, _Method) and not analysis.copies.get(method)
    ]
