"""Comments of the user that stand where code is replaced: none is lost."""

from __future__ import annotations

import io
import tokenize

from codemods.model import Edit, Span
from codemods.rewrite.draft import Draft


def lost_comments(edits: list[Edit], draft: Draft) -> list[Edit]:
    """Comments that stood inside a replaced expression go above its statement."""
    comments = _comments(draft.text)
    moved = []
    for edit in edits:
        if "\n" not in draft.text[edit.span.start : edit.span.end].rstrip("\r\n"):
            continue
        lost = [text for start, text in comments if edit.span.start <= start < edit.span.end and text not in edit.text]
        if lost:
            source = draft.module.source
            line = source.line_of(edit.span.start)
            content = source.line_text(line)
            indent = content[: len(content) - len(content.lstrip())]
            start = source.line_starts[line - 1]
            moved.append(Edit(Span(start, start), "".join(f"{indent}{text}{source.newline}" for text in lost)))
    return moved


def _comments(text: str) -> list[tuple[int, str]]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    try:
        return [
            (starts[token.start[0] - 1] + token.start[1], token.string)
            for token in tokenize.generate_tokens(io.StringIO(text).readline)
            if token.type == tokenize.COMMENT
        ]
    except (tokenize.TokenError, SyntaxError):
        return []
