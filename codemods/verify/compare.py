"""Two runs of one program: what is not the same, the earliest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from codemods.verify import outcome, rules
from codemods.verify.align import Pair, align, reads_only
from codemods.verify.matching import ABSENT, Bag, Matcher, Mismatch, Side
from codemods.verify.model import Call, Detail, Difference, Kind, Note
from codemods.verify.sandbox import Ended
from codemods.verify.show import call_text, value_text
from codemods.verify.steps import Step
from codemods.verify.tokens import Cutter, opaque_values

NEAR = 3  # steps between two calls that belong together

# What differs between two calls that say the same.
ON_THE_WIRE = frozenset({"the region", "the scheme", "the signature"})


@dataclass(frozen=True, slots=True)
class Trace:
    """One run, read and ready to compare. `prepared` are the calls of the setup file."""

    steps: Sequence[Step]
    calls: Sequence[Call]
    prepared: Sequence[Call]
    ended: Ended
    stdout: str
    stderr: str
    files: Mapping[str, str | bytes]
    state: Mapping[str, Any]
    started: float
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """The outcome: the pairs of steps with what differs in each, and all differences in order."""

    pairs: tuple[tuple[Pair, Difference | None], ...]
    differences: tuple[Difference, ...]
    notes: tuple[Note, ...]


def compare(before: Trace, after: Trace) -> Compared:
    """Compare calls, the end, the output, the files left behind and the final state of the fake."""
    matcher = _matcher(before, after)
    one, other = matcher.before.cutter, matcher.after.cutter
    pairs = align(before.steps, after.steps, one, other)
    for first, second in zip(before.prepared, after.prepared, strict=False):
        matcher.learn(first.result, second.result)
    for pair in pairs:
        if pair.before is not None and pair.after is not None:
            for first, second in zip(pair.before.calls, pair.after.calls, strict=False):
                matcher.learn(first.result, second.result)
    notes = [
        Note(f"The program tried to reach {host}; nothing but AWS can be reached.")
        for host in dict.fromkeys((*before.refused, *after.refused))
    ]
    notes += outcome.both_fail(before.ended, after.ended)
    judged = [(pair, _judge(pair, matcher, before.steps, after.steps, notes)) for pair in pairs]
    calls = _counted(difference for _, difference in judged if difference is not None)
    # A program that ends early makes none of the calls that follow: its end comes before them.
    others = [i for i, difference in enumerate(calls) if difference.kind is not Kind.MISSING]
    last = others[-1] + 1 if others else 0
    differences = [
        *calls[:last],
        *outcome.end(before.ended, after.ended),
        *calls[last:],
        *outcome.text(Kind.STDOUT, "The standard output differs", before.stdout, after.stdout, matcher),
        *outcome.text(Kind.STDERR, "The error output differs", before.stderr, after.stderr, matcher),
        *outcome.files(before.files, after.files, matcher),
        *outcome.state(before.state, after.state, matcher),
    ]
    return Compared(tuple(judged), tuple(differences), tuple(dict.fromkeys(notes)))


def _counted(differences: Iterable[Difference]) -> list[Difference]:
    """The same difference by the same lines once, with how often: a loop makes many."""
    found: dict[object, Difference] = {}
    for difference in differences:
        key = (difference.kind, difference.summary, difference.before_at, difference.after_at)
        known = found.get(key)
        found[key] = difference if known is None else replace(known, times=known.times + 1)
    return list(found.values())


def _matcher(before: Trace, after: Trace) -> Matcher:
    worlds = []
    for trace in (before, after):
        results = [call.result for call in (*trace.prepared, *trace.calls)] + [trace.state]
        cutter = Cutter(opaque_values(results))
        worlds.append((cutter, frozenset(_ids(results, cutter))))
    (one, dealt_one), (other, dealt_other) = worlds
    # An id that both runs know under the same letters is a thing that existed before, not one made by the
    # run.
    return Matcher(
        Side(one, before.started, before.ended.seconds, dealt_one - dealt_other, before.ended.presigned),
        Side(other, after.started, after.ended.seconds, dealt_other - dealt_one, after.ended.presigned),
    )


def _ids(value: Any, cutter: Cutter) -> Iterable[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            if name != "ResponseMetadata":
                yield from _ids(name, cutter)
                yield from _ids(item, cutter)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item, cutter)
    elif isinstance(value, str):
        yield from (token.text for token in cutter.cut(value) if token.kind and token.moment is None)


def _judge(
    pair: Pair, matcher: Matcher, before: Sequence[Step], after: Sequence[Step], notes: list[Note]
) -> Difference | None:
    one, other = pair.before, pair.after
    if one is None or other is None:
        return _alone(pair, before if other is None else after, notes)
    for step in (one, other):
        if step.note:
            notes.append(Note(f"{step.operation} {step.note}.", step.origin.place))
    for name, value in one.call.unknown.items():
        if name not in other.call.unknown:
            notes.append(Note(f"{one.operation}: boto 2 sent {name}={value}, which today's API does not know."))
    if pair.moved:
        if reads_only(one):
            notes.append(Note(f"{one.operation} is asked at another point, among reads.", other.origin.place))
        else:
            return _difference(Kind.ORDER, f"{one.operation} comes at another point", one, other)
    mismatches = _mismatches(one, other, matcher)
    if not mismatches:
        return None
    wire = all(mismatch.path in ON_THE_WIRE for mismatch in mismatches)
    names = ", ".join(dict.fromkeys(mismatch.path for mismatch in mismatches))
    return replace(
        _difference(Kind.WIRE if wire else Kind.CHANGED, f"{other.operation} differs in {names}", one, other),
        details=tuple(Detail(m.path, value_text(m.before), value_text(m.after)) for m in mismatches),
    )


def _mismatches(one: Step, other: Step, matcher: Matcher) -> list[Mismatch]:
    """What differs between two steps that belong together: parameters by their path, the rest in words."""
    found: list[Mismatch] = []
    failed_alike = one.failed and other.failed and one.status == other.status
    if one.operation == other.operation:
        params, others = _without_confirmation(one, other)
        _narrow(one, others)
        found.extend(matcher.mismatches(params, others))
        found.extend(_listing(one, other))
    elif not failed_alike:
        found.append(Mismatch("the operation", one.operation, other.operation))
    wire, others_wire = one.call.wire, other.call.wire
    for name, left, right in (
        ("the region", one.call.region, other.call.region),
        ("the scheme", wire.scheme, others_wire.scheme),
        ("the signature", bool(wire.signature), bool(others_wire.signature)),
    ):
        if left != right:
            found.append(Mismatch(name, left, right))
    if one.failed != other.failed or (one.failed and one.status != other.status):
        found.append(Mismatch("the answer", _answer(one), _answer(other)))
    return found


def _answer(step: Step) -> str:
    return f"{step.status} {step.calls[-1].error}" if step.failed else "success"


def _listing(one: Step, other: Step) -> list[Mismatch]:
    if one.complete is None or other.complete is None or one.failed or other.failed:
        return []
    if one.complete != other.complete:
        return [Mismatch("the pages read", _read_up_to(one), _read_up_to(other))]
    both_single = len(one.calls) == len(other.calls) == 1
    if not one.complete and both_single and one.items != other.items:
        return [Mismatch("the pages read", f"{one.items} items", f"{other.items} items")]
    return []


def _read_up_to(step: Step) -> str:
    return f"{step.items} items, " + ("to the end" if step.complete else "stopped with more to come")


def _without_confirmation(one: Step, other: Step) -> tuple[dict[str, Any], dict[str, Any]]:
    optional = rules.CONFIRMATION.get((one.service, one.operation), frozenset())
    sides = (dict(one.params), dict(other.params))
    for name in optional:
        if any(name not in side for side in sides):
            for side in sides:
                side.pop(name, None)
    return sides


def _narrow(one: Step, others: dict[str, Any]) -> None:
    """Leave out the filter by which AWS picks out what boto 2 picks out itself."""
    narrowed = rules.NARROWED.get((one.service, one.operation, one.origin.via))
    if narrowed and "Filters" not in one.params and "Filters" in others:
        others["Filters"] = Bag(each for each in others["Filters"] if each.get("Name") != narrowed)
        if not others["Filters"]:
            del others["Filters"]


def _alone(pair: Pair, steps: Sequence[Step], notes: list[Note]) -> Difference | None:
    """A step without a partner: harmless when it is a look-up that one library needs, else a difference."""
    step = pair.before or pair.after
    assert step is not None
    side = "boto 2" if pair.after is None else "boto3"
    if not step.failed and _needless(step, steps):
        notes.append(Note(f"{step.operation} is asked on {side} only, and was answered.", step.origin.place))
        return None
    if pair.after is None:
        return _difference(Kind.MISSING, f"{step.operation} is not made any more", step, None)
    return _difference(Kind.EXTRA, f"{step.operation} is made in addition", None, step)


def _needless(step: Step, steps: Sequence[Step]) -> bool:
    if (step.service, step.operation) in rules.PROBES:
        return True
    if (step.service, step.operation, step.origin.via) in rules.INNER_CALLS:
        return True
    if (step.service, step.operation) == ("ec2", "DescribeVolumes"):
        # The migrated form of boto 2's create_snapshot, which looks for the volume's Name tag.
        position = next(i for i, other in enumerate(steps) if other is step)
        near = steps[max(0, position - NEAR) : position + NEAR + 1]
        return any(
            other.operation == "CreateSnapshot" and step.params == {"VolumeIds": Bag([other.params.get("VolumeId")])}
            for other in near
        )
    if (step.service, step.operation) == ("s3", "ListParts"):
        return any(
            other.operation == "CompleteMultipartUpload" and other.params["UploadId"] == step.params["UploadId"]
            for other in steps
        )
    return False


def _difference(kind: Kind, summary: str, one: Step | None, other: Step | None) -> Difference:
    return Difference(
        kind,
        summary + ".",
        call_text(one) if one else ABSENT,
        call_text(other) if other else ABSENT,
        one.origin.place if one else None,
        other.origin.place if other else None,
    )
