"""The arguments of a call as values, and what the models of called things need of their caller."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from codemods.inference.frame import Frame
from codemods.inference.values import NOTHING, Value


@dataclass
class Arguments:
    """The arguments of a call as values; `starred` and `mappings` are what `*x` and `**x` spread."""

    positional: list[Value] = field(default_factory=list)
    keywords: dict[str, Value] = field(default_factory=dict)
    starred: list[Value] = field(default_factory=list)
    mappings: list[Value] = field(default_factory=list)

    def everything(self) -> list[Value]:
        """All values that are handed over."""
        return [*self.positional, *self.keywords.values(), *self.starred, *self.mappings]

    def get(self, index: int, name: str = "") -> Value:
        """An argument by position or by name; nothing when it is not given."""
        if index < len(self.positional):
            return self.positional[index]
        return self.keywords.get(name, NOTHING)

    def after(self, count: int) -> Arguments:
        """These arguments without the first `count` positional ones."""
        return Arguments(self.positional[count:], self.keywords, self.starred, self.mappings)

    def followed_by(self, more: Arguments) -> Arguments:
        """These arguments and then `more`."""
        return Arguments(
            [*self.positional, *more.positional],
            {**self.keywords, **more.keywords},
            [*self.starred, *more.starred],
            [*self.mappings, *more.mappings],
        )


class Calls(Protocol):
    """What the models need of the caller."""

    frame: Frame
    node: ast.Call

    def call(self, callee: Value, arguments: Arguments) -> Value:
        """The value of calling `callee`."""


Model = Callable[[Arguments, Calls], Value]


def made(kind: str, items: Value, calls: Calls, level: object = 0) -> Value:
    """A new container that a call makes."""
    return calls.frame.container(kind, calls.node, items, level)


def call_spread(target: Value, sequence: Value, mapping: Value, calls: Calls) -> Value:
    """`target(*sequence, **mapping)`, as thread and pool interfaces do it."""
    calls.frame.alias(target)
    return calls.call(target, Arguments([], {}, [sequence], [mapping]))
