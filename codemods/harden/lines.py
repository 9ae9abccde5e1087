"""Which line of the original each line of a changed text is, and the other way round."""

from __future__ import annotations

import bisect
import difflib
import re
from collections.abc import Iterable, Sequence

from codemods.model import Edit

_NEWLINE = re.compile(r"\r\n|\r|\n")
INSERTED = 0
"""The original line of a line that was put in."""


def starts(text: str) -> list[int]:
    """The offset of each line's first character."""
    return [0, *(match.end() for match in _NEWLINE.finditer(text))]


def after_edits(text: str, edits: Iterable[Edit], origins: Sequence[int]) -> list[int]:
    """The origins of the lines after edits; `origins` holds those of the lines before (index 0 is line 1)."""
    lines = starts(text)
    result: list[int] = [origins[0]]
    position = 0

    def copy(end: int) -> None:
        for start in lines[bisect.bisect_right(lines, position) : bisect.bisect_right(lines, end)]:
            result.append(origins[bisect.bisect_right(lines, start) - 1])

    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        copy(edit.span.start)
        line = bisect.bisect_right(lines, edit.span.start) - 1
        new = len(_NEWLINE.findall(edit.text))
        if new and edit.span.start == lines[line] and edit.span.end == edit.span.start:
            # Whole lines above this one: its own origin moves down to the line that it is now.
            result[-1:] = [*[INSERTED] * new, origins[line]]
        else:
            result += [INSERTED] * new
        position = edit.span.end
    copy(len(text))
    return result


def same(text: str) -> list[int]:
    """The origins of the lines of an unchanged text."""
    return list(range(1, len(starts(text)) + 1))


def between(before: str, after: str) -> list[int]:
    """The origins of the lines of `after` in `before`, from a comparison; changed lines count as the ones replaced."""
    old, new = before.splitlines(), after.splitlines()
    head = next(
        (n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    rest = min(len(old), len(new)) - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    origins = list(range(1, head + 1))
    middle = difflib.SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    for _, start, end, new_start, new_end in middle.get_opcodes():
        for number in range(new_end - new_start):
            origins.append(head + min(start + number, max(end - 1, start)) + 1)
    origins += range(len(old) - tail + 1, len(old) + 1)
    return [*origins, len(old) + 1]


def forward(origins: Sequence[int]) -> dict[int, int]:
    """Where each line of the original is now."""
    found: dict[int, int] = {}
    for number, origin in enumerate(origins, 1):
        if origin != INSERTED:
            found.setdefault(origin, number)
    return found
