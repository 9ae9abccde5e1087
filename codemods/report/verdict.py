"""What verify said, as plain data from outside, in the one shape that the templates know.

Keys that are missing are empty: a report must not fail because a verdict says less than it could.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict

from codemods.model import Site


@dataclass(frozen=True, slots=True)
class Said:
    """What verify said of one site: proved, differs or not exercised, and why."""

    result: str
    reason: str = ""


NOTHING = Said("")


class Results:
    """What verify said, by site; of several sites with one name on one line the least good."""

    def __init__(self, verdict: Mapping[str, object] | None) -> None:
        self._said: dict[tuple[str, int, str], Said] = {}
        for site in _mappings(verdict or {}, "sites"):
            place = str(site.get("path", "")), int(str(site.get("line", 0))), str(site.get("api", ""))
            said = Said(str(site.get("result", "")), str(site.get("reason", "")))
            self._said[place] = min((self._said.get(place, said), said), key=_badness)

    def of(self, site: Site) -> Said:
        """What was said of a site; a verdict that does not name its API speaks for the line."""
        exact = self._said.get((site.path, site.line, site.api))
        return exact or self._said.get((site.path, site.line, ""), NOTHING)


def _badness(said: Said) -> int:
    worst = ("differs", "not exercised", "proved")
    return worst.index(said.result) if said.result in worst else len(worst)


class VerdictView(TypedDict):
    """The verdict: each difference as pairs of name and text (one pair without a name for a plain sentence)."""

    result: str
    reason: str
    counts: dict[str, int]
    differences: list[list[tuple[str, str]]]
    columns: list[str]
    wire: list[list[str]]
    notes: list[str]
    limits: list[str]


def verdict_view(verdict: Mapping[str, object] | None) -> VerdictView | None:
    """What a page shows of a verdict; None when there is none."""
    if verdict is None:
        return None
    wire = _mappings(verdict, "wire")
    columns = list(dict.fromkeys(str(name) for row in wire for name in row))
    return VerdictView(
        result=str(verdict.get("result", "")),
        reason=str(verdict.get("reason", "")),
        counts=dict(sorted(Counter(str(site.get("result", "")) for site in _mappings(verdict, "sites")).items())),
        differences=[_pairs(difference) for difference in _items(verdict, "differences")],
        columns=columns,
        wire=[[str(row.get(column, "")) for column in columns] for row in wire],
        notes=[str(note) for note in _items(verdict, "notes")],
        limits=[str(limit) for limit in _items(verdict, "limits")],
    )


def _items(verdict: Mapping[str, object], name: str) -> list[object]:
    value = verdict.get(name)
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str | Mapping) else []


def _mappings(verdict: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    return [item for item in _items(verdict, name) if isinstance(item, Mapping)]


def _pairs(difference: object) -> list[tuple[str, str]]:
    if isinstance(difference, Mapping):
        return [(str(name), str(value)) for name, value in difference.items()]
    return [("", str(difference))]
