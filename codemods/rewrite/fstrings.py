"""Code between the braces of an f-string: before Python 3.12 it must not use the string's own quotes."""

from __future__ import annotations

import ast
import io
import re
import tokenize

from codemods.code import Code
from codemods.rewrite.draft import Draft
from codemods.rewrite.text import for_f_string

_START = re.compile(r"[A-Za-z]*(\"\"\"|'''|\"|')")


def inside_f_string(made: Code, node: ast.AST, draft: Draft) -> Code:
    """`made` as it may stand at the place of `node`: unchanged unless that lies in an f-string."""
    joined = _f_string_around(node, draft)
    if joined is None:
        return made
    text = made.text
    if _quote_at(draft, joined, node) == '"':
        text = for_f_string(text) or text
    parent = draft.parent(node)
    if isinstance(parent, ast.FormattedValue) and text.startswith("{"):
        text = f" {text}"
    return Code(text, made.needs, made.binding)


def fits(made: Code, node: ast.AST, draft: Draft) -> bool:
    """False when the code cannot stand in the f-string around `node` on every Python 3."""
    joined = _f_string_around(node, draft)
    if joined is None or _quote_at(draft, joined, node) != '"':
        return joined is None or "\\" not in made.text
    return for_f_string(made.text) is not None


def _f_string_around(node: ast.AST, draft: Draft) -> ast.JoinedStr | None:
    current: ast.AST | None = node
    found = None
    while current is not None and not isinstance(current, ast.stmt):
        current = draft.parent(current)
        if isinstance(current, ast.JoinedStr):
            found = current
    return found


def _quote_at(draft: Draft, joined: ast.JoinedStr, node: ast.AST) -> str:
    """The quotes of the string literal, among those that are joined, that `node` lies in."""
    span = draft.span(joined)
    target = draft.span(node).start
    segment = draft.text[span.start : span.end]
    starts = [0]
    for line in segment.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    quote = '"'
    depth = 0
    try:
        # In brackets, so that implicit concatenation over several lines is one expression to the tokenizer.
        for token in tokenize.generate_tokens(io.StringIO(f"({segment})").readline):
            name = tokenize.tok_name[token.type]
            row, column = token.start
            offset = span.start + starts[row - 1] + column - (1 if row == 1 else 0)
            if offset > target:
                break
            if name in ("STRING", "FSTRING_START") and depth == 0:
                match = _START.match(token.string)
                quote = match[1] if match else '"'
            depth += (name == "FSTRING_START") - (name == "FSTRING_END")
    except (tokenize.TokenError, SyntaxError):
        return '"'
    return quote
