"""What is known beyond one function: parameters, returns, attributes, globals, contents of containers.

Facts only grow. Each remembers which units (module bodies, functions, lambdas) read it, so that exactly those are
looked at again when it grows; since the lattice is finite, this ends.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

from codemods.inference.values import NOTHING, Copy, Value, join

Unit = ast.AST | Copy
"""What is evaluated as a whole: a module body, a function body, a lambda, or a copy of one of these."""

Key = tuple[object, ...]
"""What a fact is about; `codemods.inference.facts` has a function for each kind."""


def variable(scope: Unit, name: str) -> Key:
    """Everything that a name of a scope is ever bound to."""
    return ("variable", scope, name)


def parameter(function: Unit, name: str) -> Key:
    """What callers (and the default) give for a parameter."""
    return ("parameter", function, name)


def given(function: ast.AST, name: str) -> Key:
    """What a parameter gets other than from calls: its default, its class for `self`, what is declared."""
    return ("given", function, name)


def returned(function: Unit) -> Key:
    """What a function returns."""
    return ("returned", function)


def attribute(cls: ast.AST, name: str) -> Key:
    """What an attribute of a class of the program or of its instances is ever bound to."""
    return ("attribute", cls, name)


def bases(cls: ast.AST) -> Key:
    """The base classes of a class of the program."""
    return ("bases", cls)


def derived(cls: ast.AST) -> Key:
    """The classes of the program that name a class as their base."""
    return ("derived", cls)


def bag(cls: str, name: str) -> Key:
    """What the program itself stores as an attribute of boto 2 objects of one class."""
    return ("bag", cls, name)


def item(site: ast.AST, level: object) -> Key:
    """Everything that a container holds, at any place."""
    return ("item", site, level)


def key(site: ast.AST, level: object) -> Key:
    """The keys of a dict."""
    return ("key", site, level)


def entry(site: ast.AST, level: object, name: object) -> Key:
    """What a container holds at one literal key or index."""
    return ("entry", site, level, name)


def elsewhere(site: ast.AST, level: object) -> Key:
    """What a container holds at places that are not literal."""
    return ("elsewhere", site, level)


def more(site: ast.AST, level: object) -> Key:
    """Something when a dict may have other keys than those that are known: it took in what nobody can see."""
    return ("more", site, level)


def applied(site: ast.AST) -> Key:
    """What a getter (`operator.attrgetter`) was applied to."""
    return ("applied", site)


def called(site: ast.AST) -> Key:
    """The callable inside a `functools.partial`."""
    return ("called", site)


def parsed(name: str) -> Key:
    """What parsers of command lines were told an option is when nothing else is said: `set_defaults(func=publish)`."""
    return ("parsed", name)


class Facts:
    """The facts of one analysis, and the units that have to be evaluated (again)."""

    def __init__(self) -> None:
        self._values: dict[Key, Value] = {}
        self._readers: defaultdict[Key, dict[Unit, None]] = defaultdict(dict)
        self._waiting: dict[Unit, None] = {}

    def read(self, about: Key, unit: Unit | None) -> Value:
        """The fact as known now; `unit` is evaluated again when it grows."""
        if unit is not None:
            self._readers[about][unit] = None
        return self._values.get(about, NOTHING)

    def add(self, about: Key, value: Value) -> None:
        """Grow a fact; wakes its readers when it is news."""
        known = self._values.get(about, NOTHING)
        if value <= known:
            return
        grown = join(known, value)
        if grown == known:
            return
        self._values[about] = grown
        self._waiting.update(self._readers.get(about, {}))

    def everything(self) -> Iterable[tuple[Key, Value]]:
        """All facts."""
        return self._values.items()

    def wait(self, units: Iterable[Unit]) -> None:
        """Have `units` evaluated."""
        self._waiting.update(dict.fromkeys(units))

    def next_unit(self) -> Unit | None:
        """The unit that waits longest, which then waits no more."""
        for unit in self._waiting:
            del self._waiting[unit]
            return unit
        return None
