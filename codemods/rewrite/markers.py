"""The comments that mark what a person has to do: `# TODO(boto3ify): RULE-ID what to do instead`."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TypeVar

from codemods.inference.program import HasModule
from codemods.marked import MARKER, all_markers_above, first_line, markers_above
from codemods.model import Edit, Span
from codemods.rewrite.draft import Draft

_Marked = TypeVar("_Marked", bound=ast.stmt | ast.ExceptHandler)


def marker_edits(draft: HasModule, wanted: Mapping[_Marked, list[str]]) -> list[Edit]:
    """Insertions for the markers of each statement that do not stand there yet."""
    edits = []
    source = draft.module.source
    for statement, messages in wanted.items():
        present = all_markers_above(source, statement)
        lines = [f"{MARKER} {message}" for message in dict.fromkeys(messages)]
        missing = [line for line in lines if line not in present]
        if not missing:
            continue
        number = first_line(statement)
        start = source.line_starts[number - 1]
        content = source.line_text(number)
        indent = content[: len(content) - len(content.lstrip())]
        text = "".join(f"{indent}{line}{source.newline}" for line in missing)
        edits.append(Edit(Span(start, start), text))
    return edits


def remove_markers(draft: Draft, statement: ast.stmt) -> list[Edit]:
    """Takes the markers above a statement out: what they asked for is done."""
    count = len(markers_above(draft.module.source, statement))
    if not count:
        return []
    starts = draft.module.source.line_starts
    line = first_line(statement)
    return [Edit(Span(starts[line - 1 - count], starts[line - 1]), "")]
