"""Statements that an earlier run marked for a person: how the marks look, and which statements have them."""

from __future__ import annotations

import ast
import re

from codemods.source import Source

MARKER = "# TODO(boto3ify):"
_MARKER_LINE = re.compile(r"\s*# TODO\(boto3ify\):")


def first_line(statement: ast.stmt | ast.ExceptHandler) -> int:
    """The line that a marker for the statement stands above: its decorators count."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])


def markers_above(source: Source, statement: ast.stmt | ast.ExceptHandler) -> list[str]:
    """The marker lines directly above a statement, top to bottom; those of `harden` say nothing about boto 2."""
    return [line for line in all_markers_above(source, statement) if not line.startswith(f"{MARKER} harden.")]


def all_markers_above(source: Source, statement: ast.stmt | ast.ExceptHandler) -> list[str]:
    """The marker lines directly above a statement, whoever wrote them."""
    line = first_line(statement) - 1
    found: list[str] = []
    while line >= 1 and _MARKER_LINE.match(source.line_text(line)):
        found.insert(0, source.line_text(line).strip())
        line -= 1
    return found


def marked_nodes(source: Source, tree: ast.Module) -> frozenset[ast.AST]:
    """All expressions of marked statements, other than imports; of a compound statement those of its own line."""
    if MARKER not in source.text:
        return frozenset()
    found: set[ast.AST] = set()
    for statement in ast.walk(tree):
        if not isinstance(statement, ast.stmt) or isinstance(statement, ast.Import | ast.ImportFrom):
            continue
        if markers_above(source, statement):
            queue: list[ast.AST] = [statement]
            while queue:
                children = [child for child in ast.iter_child_nodes(queue.pop()) if not isinstance(child, ast.stmt)]
                found.update(children)
                queue += children
    return frozenset(found)
