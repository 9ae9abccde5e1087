"""Breaks emitted calls over several lines where one line would be longer than the file's own lines are."""

from __future__ import annotations

import io
import tokenize

_OPEN = "([{"
_CLOSE = ")]}"
_SHORTEST_BODY = 16
SHORTEST_LIMIT = 79
LONGEST_LIMIT = 110


def line_limit(text: str) -> int:
    """The line length that a file keeps to: its longest code line, within reason."""
    longest = max((len(line) for line in text.splitlines()), default=0)
    return max(SHORTEST_LIMIT, min(LONGEST_LIMIT, longest))


def fit(text: str, column: int, trailing: int, indent: str, limit: int, newline: str) -> str:
    """`text` as it stands at `column` with `trailing` characters after it, broken at its widest bracket if too long.

    The arguments go to a line of their own, one deeper than `indent`, or to one line each. Text that already has
    several lines, or nothing to break at, stays.
    """
    if "\n" in text or column + len(text) + trailing <= limit:
        return text
    bracket = _widest_bracket(text)
    if bracket is None:
        return text
    start, end, commas = bracket
    head, body, tail = text[: start + 1], text[start + 1 : end], text[end:]
    if not body.strip():
        return text
    deeper = indent + "    "
    if len(deeper) + len(body) + 1 <= limit:
        return f"{head}{newline}{deeper}{body.strip()}{newline}{indent}{tail}"
    parts, position = [], start + 1
    for comma in [*commas, end]:
        part = text[position:comma].strip()
        parts.append(fit(part, len(deeper), 1, deeper, limit, newline))
        position = comma + 1
    if len(parts) == 1:
        return f"{head}{newline}{deeper}{parts[0]}{newline}{indent}{tail}"
    lines = "".join(f"{deeper}{part},{newline}" for part in parts if part)
    return f"{head}{newline}{lines}{indent}{tail}"


def _widest_bracket(text: str) -> tuple[int, int, list[int]] | None:
    """The outermost bracket that holds most: its offsets, and those of the commas directly inside.

    A short subscript is no place to break a line.
    """
    found: tuple[int, int, list[int]] | None = None
    opened: list[int] = []
    commas: list[int] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type != tokenize.OP:
                continue
            offset = token.start[1]
            if token.string in _OPEN:
                opened.append(offset)
                if len(opened) == 1:
                    commas = []
            elif token.string in _CLOSE and opened:
                start = opened.pop()
                if (
                    not opened
                    and offset - start > _SHORTEST_BODY
                    and (found is None or _is_longer(found, start, offset))
                ):
                    found = (start, offset, commas)
            elif token.string == "," and len(opened) == 1:
                commas.append(offset)
    except (tokenize.TokenError, SyntaxError, IndentationError):
        return None
    return found


def _is_longer(found: tuple[int, int, list[int]], start: int, end: int) -> bool:
    return end - start > found[1] - found[0]
