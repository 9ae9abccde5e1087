"""Finds rows: by a class's short or dotted name, by a dotted function or constant, through base classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from codemods.catalog.schema import BotoClass, BotoModule, Member

Table = BotoClass | BotoModule


class Catalog:
    """All tables, ready for look-up. Tables for the same class or module are one: a class may be split by topic."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self.classes: dict[str, BotoClass] = {}
        self.modules: dict[str, BotoModule] = {}
        for table in tables:
            if isinstance(table, BotoClass):
                known = self.classes.get(table.short)
                self.classes[table.short] = _merged(known, table) if known else table
            else:
                module = self.modules.get(table.name)
                self.modules[table.name] = replace(module, members=module.members + table.members) if module else table
        self._by_dotted = {name: cls.short for cls in self.classes.values() for name in (cls.name, *cls.also)}
        self._members: dict[str, dict[str, Member]] = {}
        self._functions = {
            f"{module.name}.{member.name}": (module, member)
            for module in self.modules.values()
            for member in module.members
        }
        self._packages = _packages({*self._by_dotted, *self._functions, *self.modules})

    def class_named(self, dotted: str) -> BotoClass | None:
        """The class with this dotted name, where boto 2 defines it or where it can be imported from."""
        short = self._by_dotted.get(dotted)
        return self.classes[short] if short else None

    def function(self, dotted: str) -> tuple[BotoModule, Member] | None:
        """The function or constant of a module with this dotted name, and its module's table."""
        return self._functions.get(dotted)

    def is_module(self, dotted: str) -> bool:
        """True for a module or package that some row lies in."""
        return dotted in self._packages

    def members(self, short: str) -> dict[str, Member]:
        """All rows of a class by name, those of its bases included."""
        if short not in self._members:
            rows: dict[str, Member] = {}
            cls = self.classes[short]
            for base in reversed(cls.bases):
                rows.update(self.members(base))
            rows.update({member.name: member for member in cls.members})
            self._members[short] = rows
        return self._members[short]

    def member(self, short: str, name: str) -> Member | None:
        """The row of one member of a class."""
        return self.members(short).get(name) if short in self.classes else None

    def is_subclass(self, short: str, base: str) -> bool:
        """True when class `short` is `base` or derives from it."""
        return short == base or any(
            self.is_subclass(parent, base) for parent in (self.classes[short].bases if short in self.classes else ())
        )

    def owners(self, member: str) -> Iterator[str]:
        """The short names of the classes that have a member of this name."""
        for short in self.classes:
            if member in self.members(short):
                yield short

    @property
    def member_counts(self) -> dict[str, int]:
        """How many classes have a member of each name."""
        counts: dict[str, int] = defaultdict(int)
        for short in self.classes:
            for name in self.members(short):
                counts[name] += 1
        return dict(counts)


def _merged(one: BotoClass, other: BotoClass) -> BotoClass:
    return replace(
        one,
        members=one.members + other.members,
        also=(*one.also, *other.also, *((other.name,) if other.name != one.name else ())),
        bases=one.bases or other.bases,
        address=one.address or other.address,
        shape=one.shape or other.shape,
        resource=one.resource or other.resource,
        text=one.text or other.text,
        test=one.test or other.test,
    )


def _packages(dotted_names: set[str]) -> frozenset[str]:
    packages: set[str] = set()
    for dotted in dotted_names:
        parts = dotted.split(".")
        packages.update(".".join(parts[:count]) for count in range(1, len(parts)))
    return frozenset(packages)
