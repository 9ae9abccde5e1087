"""What verify said, as plain data from outside, in the one shape that the templates know.

Keys that are missing are empty: a report must not fail because a verdict says less than it could.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypedDict

Results = Mapping[tuple[str, int], str]
"""What verify said, by path and line."""


class VerdictView(TypedDict):
    """The verdict: each difference as pairs of name and text (one pair without a name for a plain sentence)."""

    result: str
    counts: dict[str, int]
    differences: list[list[tuple[str, str]]]
    columns: list[str]
    wire: list[list[str]]
    limits: list[str]


def verdict_view(verdict: Mapping[str, object] | None) -> VerdictView | None:
    """What a page shows of a verdict; None when there is none."""
    if verdict is None:
        return None
    wire = _mappings(verdict, "wire")
    columns = list(dict.fromkeys(str(name) for row in wire for name in row))
    return VerdictView(
        result=str(verdict.get("result", "")),
        counts=dict(sorted(Counter(str(site.get("result", "")) for site in _mappings(verdict, "sites")).items())),
        differences=[_pairs(difference) for difference in _items(verdict, "differences")],
        columns=columns,
        wire=[[str(row.get(column, "")) for column in columns] for row in wire],
        limits=[str(limit) for limit in _items(verdict, "limits")],
    )


def site_results(verdict: Mapping[str, object] | None) -> Results:
    """What verify said of each place; of several sites on one line the least good result."""
    worst = ("differs", "not exercised", "proved")
    results: dict[tuple[str, int], str] = {}
    for site in _mappings(verdict or {}, "sites"):
        key = (str(site.get("path", "")), int(str(site.get("line", 0))))
        said = [str(site.get("result", "")), *([results[key]] if key in results else [])]
        results[key] = min(said, key=lambda result: worst.index(result) if result in worst else len(worst))
    return results


def _items(verdict: Mapping[str, object], name: str) -> list[object]:
    value = verdict.get(name)
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str | Mapping) else []


def _mappings(verdict: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    return [item for item in _items(verdict, name) if isinstance(item, Mapping)]


def _pairs(difference: object) -> list[tuple[str, str]]:
    if isinstance(difference, Mapping):
        return [(str(name), str(value)) for name, value in difference.items()]
    return [("", str(difference))]
