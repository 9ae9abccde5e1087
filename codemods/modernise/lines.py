"""Where the lines of a changed text came from, and edits that keep track of it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence

from codemods.model import Edit

LineMap = tuple[int, ...]
"""Entry n - 1 is the 1-based line of the first text that line n of the present text came from."""

LINE_END = re.compile(r"\r\n|\r|\n")


def unchanged(text: str) -> LineMap:
    """The map of a text onto itself."""
    return tuple(range(1, text.count("\n") + 2))


def filled(known: Mapping[int, int], count: int) -> LineMap:
    """A map of `count` lines from what is known of some: a gap counts back from the line below it, as far
    as it can.

    New lines stand above the line that needed them, so that they point at the code they were made from.
    """
    result = [0] * count
    below = known[max(known)] if known else 1
    for line in range(count, 0, -1):
        below = known.get(line, max(below - 1, 1) if line < count else below)
        result[line - 1] = below
    reached = 1
    for index, original in enumerate(result):
        reached = max(reached, original) if index + 1 not in known else original
        result[index] = reached
    return tuple(result)


def composed(later: LineMap, earlier: LineMap) -> LineMap:
    """The map of two steps in a row."""
    return tuple(earlier[min(line, len(earlier)) - 1] for line in later)


def edited(text: str, edits: Sequence[Edit]) -> tuple[str, LineMap]:
    """`text` (lines end in `\\n`) with `edits`, which do not overlap, and the map of its lines."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    pieces: list[str] = []
    line_map = [1]
    position = 0

    def keep(end: int) -> None:
        nonlocal position
        pieces.append(text[position:end])
        first = bisect.bisect_right(starts, position)
        line_map.extend(range(first + 1, first + 1 + text.count("\n", position, end)))
        position = end

    for edit in sorted(edits):
        keep(edit.span.start)
        here = bisect.bisect_right(starts, edit.span.start)
        pieces.append(edit.text)
        line_map.extend([here] * edit.text.count("\n"))
        position = edit.span.end
        if "".join(pieces[-2:])[-1:] in ("", "\n"):  # whole lines went: what follows begins this line
            line_map[-1] = bisect.bisect_right(starts, position)
    keep(len(text))
    return "".join(pieces), tuple(line_map)


def split_endings(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with `\\n` line endings, and the ending that each of its lines had."""
    endings = tuple(match.group() for match in LINE_END.finditer(text))
    return LINE_END.sub("\n", text), endings


def with_endings(text: str, line_map: LineMap, endings: Sequence[str]) -> str:
    """`text` with the line endings that the first text had on the lines that its lines came from."""
    if not endings or set(endings) == {"\n"}:
        return text
    usual = max(sorted(set(endings)), key=endings.count)
    lines = text.split("\n")
    ends = [endings[line - 1] if line <= len(endings) else usual for line in line_map[: len(lines) - 1]]
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))
