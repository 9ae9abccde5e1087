"""What changed between two texts, as rows that a template can show: lines, the words that differ in them, hunks.

Lines end where Python's tokenizer ends them (as in `codemods.source`), so that line numbers are those of the sites.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

CONTEXT = 3
_AROUND_A_SITE = 1
_WORDS = re.compile(r"\w+|\s+|.")
_LOOK_AHEAD = 6  # how many added lines are tried as the new form of a removed one
_SAME_LINE = 0.4  # the share of the longer line that two must have in common to show what differs inside of them

Words = tuple[tuple[bool, str], ...]
"""A line in pieces; True for a piece that the other side does not have."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a diff; `kind` is `same`, `del` or `add`, a missing number 0."""

    kind: str
    old: int
    new: int
    words: Words

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(text for _, text in self.words)


@dataclass(frozen=True, slots=True)
class Hunk:
    """Rows that stand together, below the lines `old_above` and `new_above`."""

    old_above: int
    new_above: int
    rows: list[Row]

    @property
    def head(self) -> str:
        """`@@ -12,7 +12,9 @@`, as `diff -u` writes it."""
        old = [row.old for row in self.rows if row.old]
        new = [row.new for row in self.rows if row.new]
        return f"@@ -{_range(old, self.old_above)} +{_range(new, self.new_above)} @@"


def _range(numbers: list[int], above: int) -> str:
    start = numbers[0] if numbers else above
    return str(start) if len(numbers) == 1 else f"{start},{len(numbers)}"


def lines_of(text: str) -> list[str]:
    """The lines of a text, without their endings."""
    lines = re.split(r"\r\n|\r|\n", text)
    return lines[:-1] if lines and not lines[-1] else lines


def rows_of(before: str, after: str) -> list[Row]:
    """Every line of both texts, unchanged ones once, removed ones before those that take their place."""
    old, new = lines_of(before), lines_of(after)
    rows: list[Row] = []
    for tag, old_start, old_end, new_start, new_end in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            rows += [
                Row("same", old_start + at + 1, new_start + at + 1, ((False, line),))
                for at, line in enumerate(old[old_start:old_end])
            ]
            continue
        left, right = _compare(old[old_start:old_end], new[new_start:new_end])
        rows += [Row("del", old_start + at + 1, 0, words) for at, words in enumerate(left)]
        rows += [Row("add", 0, new_start + at + 1, words) for at, words in enumerate(right)]
    return rows


def hunks_of(rows: Sequence[Row], old_lines: Collection[int] = ()) -> Iterator[Hunk]:
    """The parts of a diff that are worth showing: changes and the lines `old_lines`, with context."""
    keep: set[int] = set()
    for at, row in enumerate(rows):
        if row.kind != "same":
            keep.update(range(at - CONTEXT, at + CONTEXT + 1))
        elif row.old in old_lines:
            keep.update(range(at - _AROUND_A_SITE, at + _AROUND_A_SITE + 1))
    old = new = 0
    hunk: Hunk | None = None
    for at, row in enumerate(rows):
        if at in keep:
            hunk = hunk or Hunk(old, new, [])
            hunk.rows.append(row)
        elif hunk:
            yield hunk
            hunk = None
        old, new = row.old or old, row.new or new
    if hunk:
        yield hunk


def line_map(before: str, after: str) -> dict[int, int]:
    """Where each line of `before` went: 1-based numbers; a line that was replaced goes to the one in its place."""
    matcher = difflib.SequenceMatcher(None, lines_of(before), lines_of(after))
    places: dict[int, int] = {}
    for _, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        for at in range(old_start, old_end):
            places[at + 1] = min(new_start + at - old_start, max(new_end - 1, new_start)) + 1
    return places


def _compare(old: list[str], new: list[str]) -> tuple[list[Words], list[Words]]:
    """Marks what differs inside of lines that are two forms of one line."""
    left: list[Words] = [((False, line),) for line in old]
    right: list[Words] = [((False, line),) for line in new]
    start = 0
    for at, line in enumerate(old):
        for other in range(start, min(start + _LOOK_AHEAD, len(new))):
            pair = _words(line, new[other])
            if pair is not None:
                left[at], right[other] = pair
                start = other + 1
                break
    return left, right


def _words(old: str, new: str) -> tuple[Words, Words] | None:
    """The two lines in pieces, or None when they have too little in common to be forms of one line."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    left: list[tuple[bool, str]] = []
    right: list[tuple[bool, str]] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if old_end > old_start:
            left.append((tag != "equal", "".join(before[old_start:old_end])))
        if new_end > new_start:
            right.append((tag != "equal", "".join(after[new_start:new_end])))
    shared = sum(_weight(text) for changed, text in left if not changed)
    if shared < _SAME_LINE * max(_weight(old), _weight(new), 1):
        return None
    return tuple(left), tuple(right)


def _weight(text: str) -> int:
    """How many characters count: white space is alike in all lines."""
    return len(text) - sum(map(str.isspace, text))
