"""A verdict for people: as lines for a terminal, and as the plain data that the reports show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from codemods.verify.model import Difference, Note, Outcome, Place, Verdict

MOST = 10  # differences on a terminal; the report has all


def for_report(verdict: Verdict) -> dict[str, Any]:
    """What `codemods.report.write_reports(..., verdict=...)` takes, in JSON's types."""
    return {
        "result": verdict.result,
        "exit_code": verdict.exit_code,
        "reason": verdict.reason,
        "before": _outcome(verdict.before),
        "after": _outcome(verdict.after),
        "differences": [_difference(difference) for difference in verdict.differences],
        "notes": [_note(note) for note in verdict.notes],
        "sites": [
            {
                "path": site.path,
                "line": site.line,
                "api": site.api,
                "result": site.proof.value,
                "calls": site.calls,
                "reason": site.reason,
            }
            for site in verdict.sites
        ],
        "wire": [
            {
                "service": row.service,
                "region": row.region,
                "endpoint": row.host,
                "requests": row.calls,
                "SigV4": row.signed_v4,
                "signed for the endpoint's region": row.scope_matches,
                "TLS": row.tls,
            }
            for row in verdict.wire
        ],
        "limits": list(verdict.limits),
    }


def lines(verdict: Verdict) -> Iterator[str]:
    """The verdict on a terminal: the result, the differences from the first on, the sites, the wire."""
    yield f"{verdict.result}: {verdict.reason}"
    for number, difference in enumerate(verdict.differences[:MOST], 1):
        yield f"{number:>3}. {difference.summary}" + (f" ({difference.times} times)" if difference.times > 1 else "")
        if difference.before:
            yield f"     boto 2  {_place(difference.before_at)}{difference.before}"
        yield f"     boto3   {_place(difference.after_at)}{difference.after}"
    if len(verdict.differences) > MOST:
        yield f"     ... and {len(verdict.differences) - MOST} more; --report shows all"
    if verdict.sites:
        counts = Counter(site.proof.value for site in verdict.sites)
        said = ", ".join(f"{counts[name]} {name}" for name in ("proved", "differs", "not exercised") if counts[name])
        yield f"sites     {said}"
    for row in verdict.wire:
        yield (
            f"wire      {row.service} {row.region} {row.host}: of {row.calls} requests {row.signed_v4} with SigV4, "
            f"{row.scope_matches} for the endpoint's region, {row.tls} over TLS"
        )
    for note in verdict.notes:
        yield f"note      {_place(note.at)}{note.text}"


def _difference(difference: Difference) -> dict[str, str]:
    """One difference by the names that a page shows; what is empty is left out."""
    named = {
        "what": difference.summary,
        "boto 2": difference.before,
        "boto 2 at": str(difference.before_at or ""),
        "boto3": difference.after,
        "boto3 at": str(difference.after_at or ""),
        "times": str(difference.times) if difference.times > 1 else "",
    }
    return {name: value for name, value in named.items() if value}


def _note(note: Note) -> str:
    return f"{_place(note.at)}{note.text}"


def _outcome(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    return {"exit_code": outcome.code, "calls": outcome.calls}


def _place(place: Place | None) -> str:
    return f"{place}: " if place else ""
