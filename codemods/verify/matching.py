"""Are two values the same, given that ids and times of two runs can only correspond?

Ids are paired one to one. A pair is learnt where both runs were given an id at the same place of the same
answer; in requests an id that no answer dealt out has to be equal to the letter, so a wrong literal is never
explained away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from codemods.verify.model import Blob
from codemods.verify.tokens import Cutter, Token
from codemods.verify.urls import same_urls

ABSENT = "(absent)"
SLACK = 5.0  # seconds that two runs may differ beyond their own length


class Bag(tuple[Any, ...]):
    """A list whose order means nothing."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where two values differ: a path into the value, and both sides."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Side:
    """What is needed of one run: how to cut its texts, its begin and length, and the ids it was dealt."""

    cutter: Cutter
    started: float
    seconds: float
    dealt: frozenset[str]
    methods: Mapping[str, str] = field(default_factory=dict)  # what its presigned URLs are for, by signature


class Matcher:
    """Compares values of the two runs, and remembers which ids belong together."""

    def __init__(self, before: Side, after: Side) -> None:
        self.before = before
        self.after = after
        self._slack = SLACK + max(before.seconds, after.seconds)
        self._forward: dict[str, str] = {}
        self._backward: dict[str, str] = {}

    def learn(self, before: Any, after: Any) -> None:
        """Pair the ids of two answers to the same call. Nothing is compared."""
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            for name in before:
                if name in after and name != "ResponseMetadata":
                    self.learn(before[name], after[name])
        elif isinstance(before, list) and isinstance(after, list):
            for one, other in zip(before, after, strict=False):
                self.learn(one, other)
        elif isinstance(before, str) and isinstance(after, str):
            ones, others = self.before.cutter.cut(before), self.after.cutter.cut(after)
            if [token.kind for token in ones] == [token.kind for token in others]:
                for one, other in zip(ones, others, strict=True):
                    if one.kind and one.moment is None:
                        self._pair(one.text, other.text)

    def translate(self, before: str) -> str:
        """A text of the run before with its ids as the run after has them."""
        return "".join(self._forward.get(token.text, token.text) for token in self.before.cutter.cut(before))

    def mismatches(self, before: Any, after: Any, path: str = "") -> list[Mismatch]:
        """Where the two values differ, in the order of the value."""
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            return [
                mismatch
                for name in dict.fromkeys((*before, *after))
                for mismatch in self.mismatches(
                    before.get(name, ABSENT), after.get(name, ABSENT), f"{path}.{name}" if path else str(name)
                )
            ]
        if isinstance(before, Bag) and isinstance(after, Bag):
            return self._bags(before, after, path)
        if isinstance(before, list) and isinstance(after, list):
            return self._lists(before, after, path)
        if isinstance(before, str) and isinstance(after, str):
            return [] if self.same_text(before, after) else [Mismatch(path, before, after)]
        if isinstance(before, Blob) and isinstance(after, Blob):
            same = before.sha256 == after.sha256 or (
                before.text is not None and after.text is not None and self.same_text(before.text, after.text)
            )
        else:
            same = type(before) is type(after) and before == after
        return [] if same else [Mismatch(path, before, after)]

    def same_text(self, before: str, after: str, strict: bool = True) -> bool:
        """Equal but for ids that correspond, times that are as far into the run, and how a URL is signed."""
        before, after = same_urls(before, self.before.methods), same_urls(after, self.after.methods)
        if before == after and not any(token.kind for token in self.before.cutter.cut(before)):
            return True
        ones, others = self.before.cutter.cut(before), self.after.cutter.cut(after)
        if [token.kind for token in ones] != [token.kind for token in others]:
            return before == after
        return all(self._same(one, other, strict) for one, other in zip(ones, others, strict=True))

    def _lists(self, before: Sequence[Any], after: Sequence[Any], path: str) -> list[Mismatch]:
        found = []
        for i in range(max(len(before), len(after))):
            one = before[i] if i < len(before) else ABSENT
            other = after[i] if i < len(after) else ABSENT
            found.extend(self.mismatches(one, other, f"{path}[{i}]"))
        return found

    def _bags(self, before: Bag, after: Bag, path: str) -> list[Mismatch]:
        rest = list(after)
        alone = []
        for one in before:
            partner = next((i for i, other in enumerate(rest) if self._would_match(one, other)), None)
            if partner is None:
                alone.append(one)
            else:
                self.mismatches(one, rest.pop(partner))  # learns the pairs in it
        # What is left belongs together as far as it goes: "this one became that one" is what a person wants
        # to read.
        return self._lists(alone, rest, path)

    def _would_match(self, before: Any, after: Any) -> bool:
        forward, backward = dict(self._forward), dict(self._backward)
        matched = not self.mismatches(before, after)
        self._forward, self._backward = forward, backward
        return matched

    def _same(self, before: Token, after: Token, strict: bool) -> bool:
        if not before.kind:
            return before.text == after.text
        if before.kind == "duration":
            return True
        if before.kind.startswith("time "):
            return self._same_time(before, after)
        if before.text in self._forward or after.text in self._backward:
            return self._forward.get(before.text) == after.text
        dealt = before.text in self.before.dealt and after.text in self.after.dealt
        if strict and before.text != after.text and before.kind != "uuid" and not dealt:
            return False
        self._pair(before.text, after.text)
        return True

    def _same_time(self, before: Token, after: Token) -> bool:
        if before.moment is None or after.moment is None or before.moment == after.moment:
            return (before.moment is None) == (after.moment is None)
        passed = (before.moment - self.before.started) - (after.moment - self.after.started)
        return abs(passed) <= self._slack

    def _pair(self, before: str, after: str) -> None:
        if before not in self._forward and after not in self._backward:
            self._forward[before] = after
            self._backward[after] = before
