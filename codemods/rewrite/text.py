"""Cuts and joins source text: spans of nodes, edits applied to a piece of text, strings inside f-strings."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator

from codemods.code import Binding
from codemods.model import Edit, Span

_OPERATORS = ast.BinOp | ast.UnaryOp | ast.Await
_LOOSE = ast.Lambda | ast.IfExp | ast.BoolOp | ast.Compare | ast.Yield | ast.YieldFrom | ast.NamedExpr | ast.Starred


def binding_of(node: ast.expr) -> Binding:
    """How tightly the expression binds as it is written, parentheses around it not counted."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return Binding.LOOSE
    if isinstance(node, _OPERATORS):
        return Binding.OPERATOR
    return Binding.LOOSE if isinstance(node, _LOOSE) else Binding.PRIMARY


def child_expressions(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions directly below `node`, through nodes that are no expressions (keywords, comprehensions)."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
        elif not isinstance(child, ast.stmt | ast.expr_context | ast.operator | ast.cmpop | ast.boolop | ast.unaryop):
            yield from child_expressions(child)


def splice(text: str, base: int, edits: Iterable[Edit]) -> str:
    """`text`, which stands at offset `base` of the file, with edits in the file's offsets applied.

    Of two edits at the same place the one that comes first stands first. Raises ValueError when edits overlap.
    """
    parts: list[str] = []
    position = base
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < position:
            raise ValueError(f"two edits overlap at offset {edit.span.start}")
        parts.append(text[position - base : edit.span.start - base])
        parts.append(edit.text)
        position = edit.span.end
    parts.append(text[position - base :])
    return "".join(parts)


def quoted(text: str) -> str:
    """A string literal in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def for_f_string(text: str) -> str | None:
    """Code as it may stand between the braces of a double-quoted f-string before Python 3.12.

    String literals change to single quotes; None when that cannot be done.
    """
    if "\n" in text or "#" in text:
        return None
    changed = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.STRING and token.string[:1] == '"':
                if "'" in token.string or "\\" in token.string:
                    return None
                start, end = token.start[1], token.end[1]
                changed.append(Edit(Span(start, end), f"'{token.string[1:-1]}'"))
            elif token.type == tokenize.STRING and "\\" in token.string:
                return None
    except (tokenize.TokenError, SyntaxError):
        return None
    return splice(text, 0, changed)


def without_span(span: Span, inner: Span) -> tuple[Span, Span]:
    """The parts of `span` before and after `inner`."""
    return Span(span.start, inner.start), Span(inner.end, span.end)
