"""What a rule is, and what it finds: plain data that the engine turns into sites, edits and markers."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from codemods.code import Helper, Import
from codemods.harden.subject import Subject
from codemods.model import Edit, Status
from codemods.settings import Settings

GROUP = "harden"
"""What every rule's id starts with: `--only harden` and `--skip harden` mean all of them."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A module-level constant or function that an edit relies on; `text` is its whole statement."""

    name: str
    text: str


Need = Import | Helper | Constant


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a rule has something to say about.

    With `edits` the place is changed (`status` REWRITTEN or REVIEW); without it is left and marked (FLAGGED).
    `after` is what the expression looks like afterwards, for the report.
    """

    node: ast.AST
    api: str
    service: str
    message: str
    status: Status = Status.FLAGGED
    edits: tuple[Edit, ...] = ()
    after: str = ""
    needs: frozenset[Need] = field(default_factory=frozenset)


Check = Callable[[Subject, Settings], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `explanation` says what goes wrong without it; `before` is a small program in which it fires, `after`
    what its line should be like.

    `in_tests`: whether it also looks at test files, where most of what these rules are about does not matter.
    """

    id: str
    title: str
    explanation: str
    before: str
    after: str
    check: Check
    in_tests: bool = False
