"""Marks what no rule had an answer for: a use of boto 2 that still stands in the planned text, without a mark."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods.marked import MARKER
from codemods.rescan import rescan


@dataclass(frozen=True)
class Leftover:
    """A use of boto 2 in the planned text; `line` is its line there before it was marked."""

    line: int
    what: str
    message: str


def mark_leftovers(path: str, text: str, own: frozenset[str]) -> tuple[str, list[Leftover]]:
    """The text with a marker above every statement that still uses boto 2, and what they use."""
    left = [
        Leftover(rest.line, rest.what, f"{rest.what} is still boto 2's; say by hand what stands for it on boto3")
        for rest in rescan(path, text, set(own))
        if not rest.marked
    ]
    if not left:
        return text, []
    firsts = _first_lines(ast.parse(text))
    lines = text.splitlines(keepends=True)
    messages: dict[int, list[str]] = {}
    for leftover in left:
        messages.setdefault(firsts.get(leftover.line, leftover.line), []).append(f"leftover {leftover.message}")
    for number in sorted(messages, reverse=True):
        content = lines[number - 1]
        indent = content[: len(content) - len(content.lstrip())]
        newline = "\r\n" if content.endswith("\r\n") else "\n"
        marks = [f"{indent}{MARKER} {message}{newline}" for message in dict.fromkeys(messages[number])]
        lines[number - 1 : number - 1] = marks
    return "".join(lines), left


def _first_lines(tree: ast.Module) -> dict[int, int]:
    """For each line, the line that a marker for its innermost statement stands above."""
    starts: dict[int, int] = {}
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    for statement in sorted(statements, key=lambda node: (node.lineno, -(node.end_lineno or node.lineno))):
        decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
        first = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
        for line in range(first, (statement.end_lineno or statement.lineno) + 1):
            starts[line] = first
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            starts[node.lineno] = node.lineno
    return starts
