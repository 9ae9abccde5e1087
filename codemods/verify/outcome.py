"""What a run left behind: how it ended, what it printed and wrote, and what exists in the fake now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from codemods.verify.align import masked
from codemods.verify.matching import ABSENT, Bag, Matcher
from codemods.verify.model import Detail, Difference, Kind, Note
from codemods.verify.output import last_line
from codemods.verify.sandbox import Ended
from codemods.verify.show import value_text


def end(before: Ended, after: Ended) -> list[Difference]:
    """The way the command ended, where that differs: its exit code, a signal, or no end in time."""
    if before.code == after.code:
        return []
    one, other = _end_text(before), _end_text(after)
    return [Difference(Kind.END, f"The command ends with {other} instead of {one}.", one, other)]


def both_fail(before: Ended, after: Ended) -> list[Note]:
    """A run that fails alike on both sides compares less than it seems to."""
    if before.code != after.code or not before.code:
        return []
    return [Note(f"Both runs end with {_end_text(after)}. What would come behind that is not compared.")]


def _end_text(ended: Ended) -> str:
    if ended.code is None:
        return f"stopped after {ended.seconds:.0f} s"
    said = f": {last_line(ended.stderr)}" if ended.code and ended.stderr.strip() else ""
    return (f"signal {-ended.code}" if ended.code < 0 else f"exit code {ended.code}") + said


def text(kind: Kind, summary: str, before: str, after: str, matcher: Matcher) -> list[Difference]:
    """The lines that differ, as one difference."""
    ones, others = before.splitlines(), after.splitlines()
    hidden = (
        [masked(line, matcher.before.cutter) for line in ones],
        [masked(line, matcher.after.cutter) for line in others],
    )
    details: list[Detail] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *hidden, autojunk=False).get_opcodes():
        pairs = list(zip_longest(ones[i1:i2], others[j1:j2], fillvalue=ABSENT))
        details.extend(
            Detail(f"line {i1 + n + 1}", one, other)
            for n, (one, other) in enumerate(pairs)
            if tag != "equal" or not matcher.same_text(one, other)
        )
    if not details:
        return []
    first = details[0]
    return [Difference(kind, f"{summary} from {first.path}.", first.before, first.after, details=tuple(details))]


def files(before: Mapping[str, str | bytes], after: Mapping[str, str | bytes], matcher: Matcher) -> list[Difference]:
    """One difference for each file that the runs left behind differently."""
    found: list[Difference] = []
    for path in sorted(set(before) | set(after)):
        one, other = before.get(path), after.get(path)
        if one is None or other is None:
            made = "is not written any more" if other is None else "is written in addition"
            found.append(Difference(Kind.FILE, f"{path} {made}.", value_text(one), value_text(other)))
        elif isinstance(one, str) and isinstance(other, str):
            found.extend(text(Kind.FILE, f"{path} is written with other content,", one, other, matcher))
        elif one != other:
            found.append(
                Difference(Kind.FILE, f"{path} is written with other content.", value_text(one), value_text(other))
            )
    return found


def state(before: Mapping[str, Any], after: Mapping[str, Any], matcher: Matcher) -> list[Difference]:
    """One difference for each resource that does not end up the same."""
    found = []
    for names, one, other, details in _resources(before, after, matcher, ()):
        title = _title(names)
        if one is ABSENT or other is ABSENT:
            side = "boto 2" if other is ABSENT else "boto3"
            summary = f"At the end, {title} exists on {side} only."
            found.append(Difference(Kind.STATE, summary, value_text(one), value_text(other)))
        else:
            parts = ", ".join(dict.fromkeys(detail.path for detail in details))
            left = ", ".join(f"{detail.path}={detail.before}" for detail in details)
            right = ", ".join(f"{detail.path}={detail.after}" for detail in details)
            summary = f"At the end, {title} differs in {parts}."
            found.append(Difference(Kind.STATE, summary, left, right, details=details))
    return found


def _title(names: tuple[str, ...]) -> str:
    """A resource as a person names it."""
    service, region, kind, *rest = names
    if service == "s3" and len(rest) > 1:
        bucket, part, *key = rest
        return f"s3://{bucket}/{key[0]}" if key else f"the {part} of s3://{bucket}"
    return f"{service} {kind.replace('_', ' ')} {' '.join(rest)} in {region}"


def _resources(
    before: Any, after: Any, matcher: Matcher, names: tuple[str, ...]
) -> Iterable[tuple[tuple[str, ...], Any, Any, tuple[Detail, ...]]]:
    """Walk down to single resources: service, region, kind, name; of a bucket its settings and objects."""
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
        yield (
            names,
            before,
            after,
            tuple(Detail(m.path, value_text(m.before), value_text(m.after)) for m in mismatches),
        )


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
    """A resource that is the same but for its ids: one that came with the account (a default subnet)."""
    wanted = masked(item, matcher.before.cutter)
    return next((name for name, other in rest.items() if masked(other, matcher.after.cutter) == wanted), None)


def _unordered(value: Any) -> Any:
    """Lists of a resource have no order, but for the history of an object."""
    if isinstance(value, Mapping):
        return {k: v if k == "versions" else _unordered(v) for k, v in value.items()}
    return Bag(_unordered(item) for item in value) if isinstance(value, list) else value
