"""Reads and changes the arguments of a call: add a keyword, take one out, in the manner that the call is written in."""

from __future__ import annotations

import ast

from codemods.harden.subject import FunctionDef, Subject
from codemods.model import Edit, Span
from codemods.rewrite.layout import fit, line_limit

_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def keyword(call: ast.Call, name: str) -> ast.keyword | None:
    """The keyword argument of this name."""
    return next((each for each in call.keywords if each.arg == name), None)


def has_spread(call: ast.Call) -> bool:
    """True when not all arguments are written out: `*args`, `**options`."""
    return any(isinstance(arg, ast.Starred) for arg in call.args) or any(each.arg is None for each in call.keywords)


def arguments(call: ast.Call) -> list[ast.expr | ast.keyword]:
    """The arguments as they are written, in order."""
    return sorted([*call.args, *call.keywords], key=lambda node: (node.lineno, node.col_offset))


def added(subject: Subject, call: ast.Call, *texts: str) -> Edit:
    """An edit that gives a call more arguments, each on a line of its own where the call is written so."""
    given = arguments(call)
    joined = ", ".join(texts)
    if not given:
        end = subject.span(call).end - 1
        return Edit(Span(end, end), joined)
    last = given[-1]
    source = subject.module.source
    end = subject.span(last).end
    if last.lineno != call.lineno:
        line = source.line_text(last.lineno)
        indent = line[: len(line) - len(line.lstrip())]
        if len(indent) == source.column_of(subject.span(last).start) - 1:
            return Edit(Span(end, end), "".join(f",{source.newline}{indent}{text}" for text in texts))
        return Edit(Span(end, end), f", {joined}")
    return _fitted(subject, call, Edit(Span(end, end), f", {joined}"))


def _fitted(subject: Subject, call: ast.Call, edit: Edit) -> Edit:
    """The edit, or one of the whole call with its arguments on lines of their own when its line gets too long."""
    if call.end_lineno != call.lineno or "#" in subject.segment(call) or not breaks_well(subject, call):
        return edit
    text = shown(subject, call, edit)
    broken = fitted(subject, call, text)
    return edit if broken == text else Edit(subject.span(call), broken)


def fitted(subject: Subject, node: ast.expr, text: str) -> str:
    """The text that takes the place of a node, over several lines where one would be too long."""
    source = subject.module.source
    span = subject.span(node)
    line = source.line_text(node.lineno)
    column = source.column_of(span.start) - 1
    trailing = len(source.line_text(node.end_lineno or node.lineno)) - (source.column_of(span.end) - 1)
    indent = line[: len(line) - len(line.lstrip())]
    return fit(text, column, trailing, indent, line_limit(subject.text), source.newline)


def breaks_well(subject: Subject, node: ast.expr) -> bool:
    """False in headers of blocks and in comprehensions, where a broken call reads worse than a long line."""
    around = [parent for parent in subject.parents(node) if not isinstance(parent, FunctionDef | ast.Module)]
    return not any(isinstance(each, _COMPREHENSIONS) for each in around) and not hasattr(
        subject.statement(node), "body"
    )


def is_long(subject: Subject, node: ast.expr, text: str) -> bool:
    """True when a text in the place of a node makes its line longer than the file's lines are."""
    source = subject.module.source
    span = subject.span(node)
    column = source.column_of(span.start) - 1
    trailing = len(source.line_text(node.end_lineno or node.lineno)) - (source.column_of(span.end) - 1)
    return column + len(text) + trailing > line_limit(subject.text)


def removed(subject: Subject, call: ast.Call, node: ast.expr | ast.keyword) -> Edit:
    """An edit that takes an argument out, with the comma before (or after) it."""
    given = arguments(call)
    number = given.index(node)
    span = subject.span(node)
    if number > 0:
        return Edit(Span(subject.span(given[number - 1]).end, span.end), "")
    if len(given) > 1:
        return Edit(Span(span.start, subject.span(given[1]).start), "")
    return Edit(Span(span.start, subject.span(call).end - 1), "")


def replaced(subject: Subject, node: ast.AST, text: str) -> Edit:
    """An edit that puts other text in the place of an expression."""
    return Edit(subject.span(node), text)


def shown(subject: Subject, node: ast.AST, *edits: Edit) -> str:
    """What a node looks like after edits inside it."""
    span = subject.span(node)
    text, shift = subject.segment(node), -span.start
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        if span.contains(edit.span):
            text = text[: edit.span.start + shift] + edit.text + text[edit.span.end + shift :]
            shift += len(edit.text) - (edit.span.end - edit.span.start)
    return text
