"""Indentation that mixes tabs and spaces: Python 2 counted a tab as eight columns, Python 3 wants no such
guess.

Only lines that Python 3 would refuse get new indentation, that of the block they belong to. The two ways to
count are those of CPython's tokenizer (`tok->indstack` and `tok->altindstack`).
"""

from __future__ import annotations

import re

from codemods.model import Edit, Span
from codemods.modernise.engine import logical_lines

TAB = 8
INDENT = re.compile(r"[ \t\f]*")


def consistent(text: str) -> list[Edit]:
    """The edits after which Python 3 accepts the indentation of `text`, none when it does already."""
    if "\t" not in text:
        return []
    edits: list[Edit] = []
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    stack = [""]  # the indentation of the open blocks, as it will be written
    for number in logical_lines(text):
        written = INDENT.match(lines[number - 1]).group()  # type: ignore[union-attr]
        column = _width(written, TAB)
        while column < _width(stack[-1], TAB):
            stack.pop()
        block = stack[-1]
        deeper = column - _width(block, TAB)
        if deeper == 0:
            accepted = written if _width(written, 1) == _width(block, 1) else block
        else:
            accepted = written if _width(written, 1) > _width(block, 1) else block + " " * deeper
            stack.append(accepted)
        if accepted != written:
            start = starts[number - 1]
            edits.append(Edit(Span(start, start + len(written)), accepted))
    return edits


def _width(indent: str, tab: int) -> int:
    """The column that `indent` reaches with tab stops every `tab` columns."""
    column = 0
    for character in indent.rpartition("\f")[2]:  # a form feed begins anew
        column = (column // tab + 1) * tab if character == "\t" else column + 1
    return column
