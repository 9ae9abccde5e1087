"""Breaks emitted calls over several lines where one line would be longer than the file's own lines are."""

from __future__ import annotations

import io
import string
import tokenize

_OPEN = "([{"
_CLOSE = ")]}"
_ENDS_OPERAND = set(string.ascii_letters + string.digits + "_)]}\"'")
_SHORTEST_BODY = 16
_SHORTEST_SINGLE = 32  # a lone argument on a line of its own reads worse than a long line
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

    Subscripts and short brackets are no place to break a line.
    """
    found: tuple[int, int, list[int]] | None = None
    opened: list[tuple[int, bool]] = []
    commas: list[int] = []
    lambdas = 0  # whose parameters are being read: their commas are no place to break
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if len(opened) == 1 and token.string in ("lambda", ":"):
                lambdas = lambdas + 1 if token.string == "lambda" else max(0, lambdas - 1)
            if token.type != tokenize.OP:
                continue
            offset = token.start[1]
            if token.string in _OPEN:
                opened.append((offset, token.string == "[" and text[:offset][-1:] in _ENDS_OPERAND))
                commas = commas if len(opened) > 1 else []
            elif token.string in _CLOSE and opened:
                start, is_subscript = opened.pop()
                width = offset - start
                wider = found is None or width > found[1] - found[0]
                worth_it = width > (_SHORTEST_BODY if commas else _SHORTEST_SINGLE)
                if not opened and not is_subscript and worth_it and wider:
                    found = (start, offset, commas)
            elif token.string == "," and len(opened) == 1 and not lambdas:
                commas.append(offset)
    except (tokenize.TokenError, SyntaxError, IndentationError):
        return None
    return found
