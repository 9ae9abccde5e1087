"""The result of one check, and how results are shown."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Verdict(enum.Enum):
    """How a check went."""

    OK = "ok"
    WARN = "warn"  # works now, and a person should look at it
    FAIL = "fail"  # requests will fail


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the diagnosis: what was checked, how it went, and one sentence."""

    name: str
    verdict: Verdict
    message: str


def render(checks: Iterable[Check]) -> str:
    """The checks as text, one line each."""
    return "".join(f"{check.verdict.value:<5} {check.name:<12} {check.message}\n" for check in checks)


def exit_code(checks: Iterable[Check]) -> int:
    """1 when a check failed, else 0: warnings are no failures."""
    return int(any(check.verdict is Verdict.FAIL for check in checks))
