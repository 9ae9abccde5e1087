"""The requests of the run on boto3 as they were sent: SigV4, signed for the region they went to, over TLS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from codemods.verify.model import Call, Difference, Kind, Note, WireRow
from codemods.verify.wire.endpoints import locate


def table(calls: Sequence[Call]) -> tuple[WireRow, ...]:
    """One row for each service, region and endpoint. What boto 2 still sends is not in it: see `findings`."""
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    for call in calls:
        if call.wire.library == "boto":
            continue
        key = (call.service, call.region, _endpoint(call))
        counts.setdefault(key, Counter()).update(
            {
                "calls": 1,
                "v4": int(call.wire.signature == "v4"),
                "scope": int(call.wire.scope_region == call.region),
                "tls": int(call.wire.scheme == "https"),
            }
        )
    return tuple(
        WireRow(service, region, host, count["calls"], count["v4"], count["scope"], count["tls"])
        for (service, region, host), count in sorted(counts.items())
    )


def findings(calls: Sequence[Call]) -> tuple[list[Difference], list[Note]]:
    """What must not be, once for each kind. Unsigned requests and plain HTTP may be meant: notes."""
    differences: dict[str, Difference] = {}
    notes: dict[str, Note] = {}
    for call in calls:
        wire, place = call.wire, call.origin.place
        name = f"{call.service}.{call.operation}"
        if wire.library == "boto":
            notes.setdefault(f"boto {name}", Note(f"{name} is still made by boto 2.", place))
        elif wire.signature not in ("v4", "") and wire.library == "boto3":
            differences.setdefault(
                f"signature {call.service}",
                Difference(
                    Kind.WIRE,
                    f"{name} is signed with Signature Version {wire.signature[1:]}, not 4.",
                    "",
                    f"{wire.host}: {wire.signature}",
                    None,
                    place,
                ),
            )
        elif wire.signature == "v4" and wire.scope_region != call.region:
            differences.setdefault(
                f"scope {call.service}",
                Difference(
                    Kind.WIRE,
                    f"{name} is signed for {wire.scope_region} and sent to {call.region}.",
                    "",
                    f"{wire.host}: scope {wire.scope_region}",
                    None,
                    place,
                ),
            )
        if wire.library == "boto3" and not wire.signature:
            notes.setdefault(f"unsigned {call.service}", Note(f"{name} is not signed.", place))
        if wire.library == "boto3" and wire.scheme != "https":
            notes.setdefault(f"plain {call.service}", Note(f"{name} goes over plain HTTP.", place))
    return list(differences.values()), list(notes.values())


def _endpoint(call: Call) -> str:
    bucket = locate(call.wire.host).bucket
    return call.wire.host.removeprefix(f"{bucket}.") if bucket else call.wire.host
