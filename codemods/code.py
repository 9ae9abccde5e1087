"""Pieces of Python source on their way into a user's file, and what they need there.

`Code` is text plus what the text relies on (imports, helper functions) and how tightly it binds, so that pieces
compose without anybody counting parentheses.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

HelperFunction = Callable[..., Any]
"""A function of `codemods.emitted`: its source text is what lands in the user's file."""


class Binding(enum.IntEnum):
    """How tightly an expression binds; the names follow Python's grammar, loosest first."""

    LOOSE = 0  # lambda, conditional, `or`, `and`, `not`, comparisons, yield, walrus
    OPERATOR = 1  # arithmetic, bitwise, `await`, unary minus
    PRIMARY = 2  # names, literals, calls, attributes, subscripts, anything in brackets


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """`import module`, or `from module import name`; with `alias`, `... as alias`."""

    module: str
    name: str = ""
    alias: str = ""

    @property
    def statement(self) -> str:
        """The import statement."""
        what = f"from {self.module} import {self.name}" if self.name else f"import {self.module}"
        return f"{what} as {self.alias}" if self.alias else what

    @property
    def bound(self) -> str:
        """The name that the statement binds."""
        return self.alias or self.name or self.module.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Helper:
    """A small private function that has to stand in the user's file (or in the shared module)."""

    function: HelperFunction

    @property
    def name(self) -> str:
        """The function's name in the user's file, unless that name is taken there."""
        return self.function.__name__


@dataclass(frozen=True, slots=True)
class SharedConfig:
    """The `Config(...)` constant of a service: timeouts, retries, signature."""

    service: str

    @property
    def name(self) -> str:
        """The constant's name in the user's file, unless that name is taken there."""
        return f"{self.service.upper()}_CONFIG"


Need = Import | Helper | SharedConfig


@dataclass(frozen=True, slots=True)
class Code:
    """An expression as source text."""

    text: str
    needs: frozenset[Need] = frozenset()
    binding: Binding = Binding.PRIMARY
    name_inside: Code | None = None  # of a bucket made only now: its name, for those who want nothing else

    def __str__(self) -> str:
        return self.text

    @property
    def operand(self) -> str:
        """The text as the operand of `.`, `[...]` or a call: in parentheses unless it is a primary."""
        return self.text if self.binding is Binding.PRIMARY else f"({self.text})"

    @property
    def term(self) -> str:
        """The text as an operand of an arithmetic operator or a comparison."""
        return f"({self.text})" if self.binding is Binding.LOOSE else self.text

    def with_needs(self, *more: Need) -> Code:
        """The same text, relying on `more` as well."""
        return Code(self.text, self.needs.union(more), self.binding, self.name_inside)


def code(text: str, *parts: Code, needs: Iterable[Need] = (), binding: Binding = Binding.PRIMARY) -> Code:
    """`text` as Code that also relies on all that `parts` rely on (they are already in the text)."""
    gathered: set[Need] = set(needs)
    for part in parts:
        gathered |= part.needs
    return Code(text, frozenset(gathered), binding)
