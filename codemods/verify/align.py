"""Which step of the run before belongs to which step of the run after."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from codemods.verify.matching import Bag
from codemods.verify.model import Blob
from codemods.verify.steps import Step
from codemods.verify.tokens import Cutter
from codemods.verify.urls import same_urls

READ = ("Describe", "Get", "Head", "List")


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the comparison; a side is None where it has no partner. `moved`: equal, elsewhere."""

    before: Step | None
    after: Step | None
    moved: bool = False


Numbered = tuple[int, Step]


def align(before: Sequence[Step], after: Sequence[Step], cut_before: Cutter, cut_after: Cutter) -> list[Pair]:
    """Pair the steps of two runs, in the order of the run before."""
    ones = [(signature(step, cut_before), step) for step in before]
    others = [(signature(step, cut_after), step) for step in after]
    concurrent = _concurrent(before) | _concurrent(after)
    pairs: list[tuple[tuple[int, int], Pair]] = []
    for lane in (False, True):
        left = [i for i, (_, step) in enumerate(ones) if (_lane(step) in concurrent) is lane]
        right = [j for j, (_, step) in enumerate(others) if (_lane(step) in concurrent) is lane]
        match = _unordered if lane else _ordered
        pairs.extend(match([(i, *ones[i]) for i in left], [(j, *others[j]) for j in right]))
    return [pair for _, pair in sorted(pairs, key=lambda item: item[0])]


def signature(step: Step, cutter: Cutter) -> Hashable:
    """What a step says with everything blotted out that two runs may have different."""
    return (
        step.service,
        step.operation,
        step.call.region,
        step.status if step.failed else 0,
        masked(step.params, cutter),
    )


def masked(value: object, cutter: Cutter) -> str:
    """A value as text, with ids and times blotted out."""
    if isinstance(value, str):
        return cutter.mask(same_urls(value))
    if isinstance(value, dict):
        return "{" + ",".join(f"{name}:{masked(value[name], cutter)}" for name in sorted(value)) + "}"
    if isinstance(value, Bag):
        return "(" + ",".join(sorted(masked(item, cutter) for item in value)) + ")"
    if isinstance(value, list):
        return "[" + ",".join(masked(item, cutter) for item in value) + "]"
    if isinstance(value, Blob):
        return value.sha256 if value.text is None else masked(value.text, cutter)
    return repr(value)


def _lane(step: Step) -> tuple[str, int | bool]:
    """Threads have no names that two runs share, so all their work is one heap; processes keep order."""
    return ("thread", True) if step.origin.worker else ("process", step.origin.process)


def _concurrent(steps: Sequence[Step]) -> set[tuple[str, int | bool]]:
    """The lanes whose order means nothing: threads, and processes that ran side by side."""
    spans: dict[int, tuple[float, float]] = {}
    for step in steps:
        start, end = step.call.exchange.started, step.calls[-1].exchange.ended
        known = spans.get(step.origin.process, (start, end))
        spans[step.origin.process] = (min(known[0], start), max(known[1], end))
    found: set[tuple[str, int | bool]] = {("thread", True)}
    for one, (start, end) in spans.items():
        if any(other != one and start < stop and begin < end for other, (begin, stop) in spans.items()):
            found.add(("process", one))
    return found


Row = tuple[int, Hashable, Step]
Placed = tuple[tuple[int, int], Pair]


def _ordered(before: Sequence[Row], after: Sequence[Row]) -> list[Placed]:
    """Equal steps first, then steps of one operation in each gap; the rest has no partner or has moved."""
    pairs: list[Placed] = []
    alone_before: list[Row] = []
    alone_after: list[tuple[int, Row]] = []
    for tag, i1, i2, j1, j2 in _opcodes(before, after, lambda row: row[1]):
        gap_before, gap_after = before[i1:i2], after[j1:j2]
        if tag == "equal":
            pairs.extend(_placed(one, other) for one, other in zip(gap_before, gap_after, strict=True))
            continue
        for inner, k1, k2, l1, l2 in _opcodes(gap_before, gap_after, lambda row: (row[2].service, row[2].operation)):
            if inner == "equal":
                pairs.extend(
                    _placed(one, other) for one, other in zip(gap_before[k1:k2], gap_after[l1:l2], strict=True)
                )
            else:
                alone_before.extend(gap_before[k1:k2])
                position = before[i1 + k1][0] if i1 + k1 < len(before) else len(before)
                alone_after.extend((position, row) for row in gap_after[l1:l2])
    for one in alone_before:
        partner = next((k for k, (_, other) in enumerate(alone_after) if _goes_with(one, other)), None)
        if partner is None:
            pairs.append(((one[0], 0), Pair(one[2], None)))
        else:
            other = alone_after.pop(partner)[1]
            pairs.append(((one[0], 0), Pair(one[2], other[2], moved=one[1] == other[1])))
    pairs.extend(((position, row[0] + 1), Pair(None, row[2])) for position, row in alone_after)
    return pairs


def _unordered(before: Sequence[Row], after: Sequence[Row]) -> list[Placed]:
    """Pair by what is said, then by operation and line: threads finish in any order."""
    pairs: list[Placed] = []
    rest = list(after)
    for key in (
        lambda row: row[1],
        lambda row: (row[2].service, row[2].operation, row[2].origin.via),
        lambda row: (row[2].service, row[2].operation),
    ):
        waiting: list[Row] = []
        for one in before:
            partner = next((k for k, other in enumerate(rest) if key(one) == key(other)), None)
            if partner is None:
                waiting.append(one)
            else:
                pairs.append(_placed(one, rest.pop(partner)))
        before = waiting
    pairs.extend(((one[0], 0), Pair(one[2], None)) for one in before)
    end = before[-1][0] if before else max((place[0] for place, _ in pairs), default=0)
    pairs.extend(((end, other[0] + 1), Pair(None, other[2])) for other in rest)
    return pairs


def _placed(one: Row, other: Row) -> Placed:
    return (one[0], 0), Pair(one[2], other[2])


def _opcodes(
    before: Sequence[Row], after: Sequence[Row], key: Callable[[Row], Hashable]
) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, [key(row) for row in before], [key(row) for row in after], autojunk=False)
    return list(matcher.get_opcodes())


def _goes_with(one: Row, other: Row) -> bool:
    """The same step at another place, or the first failing use of the same thing."""
    return one[1] == other[1] or _same_failure(one[2], other[2])


def _same_failure(one: Step, other: Step) -> bool:
    """A look-up that failed and a use that failed for the same reason tell the program the same."""
    if not (one.failed and other.failed and one.status == other.status and one.service == other.service == "s3"):
        return False
    operations = {one.operation, other.operation}
    if "HeadBucket" in operations:
        return one.params.get("Bucket") == other.params.get("Bucket")
    named = [(step.params.get("Bucket"), step.params.get("Key")) for step in (one, other)]
    return "HeadObject" in operations and named[0] == named[1]


def reads_only(step: Step) -> bool:
    """True when a step changes nothing in AWS."""
    return step.operation.startswith(READ)
