"""Two runs of one program: what is not the same, the earliest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from codemods.verify import rules
from codemods.verify.align import Pair, align, masked, reads_only
from codemods.verify.matching import ABSENT, Bag, Matcher, Mismatch, Side
from codemods.verify.model import Call, Detail, Difference, Kind, Note
from codemods.verify.sandbox import Ended
from codemods.verify.show import call_text, value_text
from codemods.verify.steps import Step
from codemods.verify.tokens import Cutter, opaque_values

NEAR = 3  # steps between two calls that belong together


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
    notes: list[Note] = []
    judged = [(pair, _judge(pair, matcher, before.steps, after.steps, notes)) for pair in pairs]
    differences = [difference for _, difference in judged if difference is not None]
    differences += _end(before.ended, after.ended)
    differences += _text(Kind.STDOUT, "The standard output differs", before.stdout, after.stdout, matcher)
    differences += _text(Kind.STDERR, "The error output differs", before.stderr, after.stderr, matcher)
    differences += _files(before, after, matcher)
    differences += _state(before.state, after.state, matcher)
    return Compared(tuple(judged), tuple(differences), tuple(dict.fromkeys(notes)))


def _matcher(before: Trace, after: Trace) -> Matcher:
    worlds = []
    for trace in (before, after):
        results = [call.result for call in (*trace.prepared, *trace.calls)] + [trace.state]
        cutter = Cutter(opaque_values(results))
        worlds.append((cutter, frozenset(_ids(results, cutter))))
    (one, dealt_one), (other, dealt_other) = worlds
    # An id that both runs know under the same letters is a thing that existed before, not one made by the run.
    return Matcher(
        Side(one, before.started, before.ended.seconds, dealt_one - dealt_other),
        Side(other, after.started, after.ended.seconds, dealt_other - dealt_one),
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
    wire = all(mismatch.path.startswith("(") for mismatch in mismatches)
    names = ", ".join(dict.fromkeys(mismatch.path for mismatch in mismatches))
    return replace(
        _difference(Kind.WIRE if wire else Kind.CHANGED, f"{other.operation} differs in {names}", one, other),
        details=tuple(Detail(m.path, value_text(m.before), value_text(m.after)) for m in mismatches),
    )


def _mismatches(one: Step, other: Step, matcher: Matcher) -> list[Mismatch]:
    """What differs between two steps that belong together; names in parentheses are not parameters."""
    found: list[Mismatch] = []
    failed_alike = one.failed and other.failed and one.status == other.status
    if one.operation == other.operation:
        params, others = _without_confirmation(one, other)
        found.extend(matcher.mismatches(params, others))
        found.extend(_listing(one, other))
    elif not failed_alike:
        found.append(Mismatch("(operation)", one.operation, other.operation))
    wire, others_wire = one.call.wire, other.call.wire
    for name, left, right in (
        ("(region)", one.call.region, other.call.region),
        ("(scheme)", wire.scheme, others_wire.scheme),
        ("(signed)", bool(wire.signature), bool(others_wire.signature)),
    ):
        if left != right:
            found.append(Mismatch(name, left, right))
    if one.failed != other.failed or (one.failed and one.status != other.status):
        found.append(Mismatch("(answer)", _answer(one), _answer(other)))
    return found


def _answer(step: Step) -> str:
    return f"{step.status} {step.calls[-1].error}" if step.failed else "success"


def _listing(one: Step, other: Step) -> list[Mismatch]:
    if one.complete is None or other.complete is None or one.failed or other.failed:
        return []
    if one.complete != other.complete:
        ends = {True: "to the end", False: "stopped with more to come"}
        return [Mismatch("(pages)", *(f"{step.items} items, {ends[bool(step.complete)]}" for step in (one, other)))]
    both_single = len(one.calls) == len(other.calls) == 1
    if not one.complete and both_single and one.items != other.items:
        return [Mismatch("(pages)", f"{one.items} items", f"{other.items} items")]
    return []


def _without_confirmation(one: Step, other: Step) -> tuple[dict[str, Any], dict[str, Any]]:
    optional = rules.CONFIRMATION.get((one.service, one.operation), frozenset())
    sides = (dict(one.params), dict(other.params))
    for name in optional:
        if any(name not in side for side in sides):
            for side in sides:
                side.pop(name, None)
    return sides


def _alone(pair: Pair, steps: Sequence[Step], notes: list[Note]) -> Difference | None:
    """A step without a partner: harmless when it is a look-up that only one library needs, else a difference."""
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


def _end(before: Ended, after: Ended) -> list[Difference]:
    if before.code == after.code:
        return []
    return [Difference(Kind.END, "The command ends in another way.", end_text(before), end_text(after))]


def end_text(ended: Ended) -> str:
    """How a command ended, in words."""
    if ended.code is None:
        return f"stopped after {ended.seconds:.0f} s"
    return f"signal {-ended.code}" if ended.code < 0 else f"exit code {ended.code}"


def _text(kind: Kind, summary: str, before: str, after: str, matcher: Matcher) -> list[Difference]:
    """The lines that differ, as one difference."""
    ones, others = before.splitlines(), after.splitlines()
    masked = [matcher.before.cutter.mask(line) for line in ones], [matcher.after.cutter.mask(line) for line in others]
    details: list[Detail] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *masked, autojunk=False).get_opcodes():
        if tag == "equal":
            details.extend(
                Detail(f"line {i1 + n + 1}", one, other)
                for n, (one, other) in enumerate(zip(ones[i1:i2], others[j1:j2], strict=True))
                if not matcher.same_text(one, other)
            )
        else:
            details.append(Detail(f"line {i1 + 1}", "\n".join(ones[i1:i2]) or ABSENT, "\n".join(others[j1:j2]) or ABSENT))
    if not details:
        return []
    first = details[0]
    return [Difference(kind, f"{summary} from {first.path}.", first.before, first.after, details=tuple(details))]


def _files(before: Trace, after: Trace, matcher: Matcher) -> list[Difference]:
    found: list[Difference] = []
    for path in sorted(set(before.files) | set(after.files)):
        one, other = before.files.get(path), after.files.get(path)
        if one is None or other is None:
            made = "is not written any more" if other is None else "is written in addition"
            found.append(Difference(Kind.FILE, f"{path} {made}.", value_text(one), value_text(other)))
        elif isinstance(one, str) and isinstance(other, str):
            found.extend(_text(Kind.FILE, f"{path} is written with other content,", one, other, matcher))
        elif one != other:
            found.append(Difference(Kind.FILE, f"{path} is written with other content.", value_text(one), value_text(other)))
    return found


def _state(before: Mapping[str, Any], after: Mapping[str, Any], matcher: Matcher) -> list[Difference]:
    """One difference for each resource that does not end up the same."""
    return [
        Difference(
            Kind.STATE,
            f"At the end, {' '.join(names)} is not the same.",
            value_text(one) if other is ABSENT else mismatch_text(details, 0),
            value_text(other) if one is ABSENT else mismatch_text(details, 1),
            details=details,
        )
        for names, one, other, details in _resources(before, after, matcher, ())
    ]


def mismatch_text(details: Sequence[Detail], side: int) -> str:
    """The differing members of a resource, one side."""
    return ", ".join(f"{detail.path}={(detail.before, detail.after)[side]}" for detail in details)


def _resources(
    before: Any, after: Any, matcher: Matcher, names: tuple[str, ...]
) -> Iterable[tuple[tuple[str, ...], Any, Any, tuple[Detail, ...]]]:
    """Walk down to single resources: service, region, kind, name; of a bucket its settings and its objects."""
    if len(names) < _depth(names) and isinstance(before, Mapping) and isinstance(after, Mapping):
        for name, one, other in _by_name(before, after, matcher, len(names)):
            yield from _resources(one, other, matcher, (*names, name))
        return
    if before is ABSENT or after is ABSENT:
        yield names, before, after, ()
        return
    matcher.learn(before, after)
    mismatches = matcher.mismatches(_unordered(before), _unordered(after))
    if mismatches:
        yield names, before, after, tuple(Detail(m.path, value_text(m.before), value_text(m.after)) for m in mismatches)


def _depth(names: tuple[str, ...]) -> int:
    if names[:1] != ("s3",):
        return 4
    return 6 if names[4:5] == ("objects",) else 5


def _by_name(
    before: Mapping[str, Any], after: Mapping[str, Any], matcher: Matcher, depth: int
) -> Iterable[tuple[str, Any, Any]]:
    """Pairs of one name. Services and regions that one side never used say nothing; kinds may be empty."""
    if depth < 2:
        yield from ((name, item, after[name]) for name, item in before.items() if name in after)
        return
    empty: Any = {} if depth == 2 else ABSENT
    ones = {matcher.translate(name): item for name, item in before.items()}
    rest = {name: item for name, item in after.items() if name not in ones}
    for name, item in ones.items():
        partner = name if name in after else _twin(item, rest, matcher)
        if partner is None:
            yield name, item, empty
        else:
            rest.pop(partner, None)
            yield partner, item, after[partner]
    yield from ((name, empty, item) for name, item in rest.items())


def _twin(item: Any, rest: Mapping[str, Any], matcher: Matcher) -> str | None:
    """A resource of no known id that is the same but for its ids: one that came with the account (a default subnet)."""
    wanted = masked(item, matcher.before.cutter)
    return next((name for name, other in rest.items() if masked(other, matcher.after.cutter) == wanted), None)


def _unordered(value: Any) -> Any:
    """Lists of a resource have no order, but for the history of an object."""
    if isinstance(value, Mapping):
        return {k: v if k == "versions" else _unordered(v) for k, v in value.items()}
    return Bag(_unordered(item) for item in value) if isinstance(value, list) else value
