"""Imports of boto 2 that tests still need go into the functions that need them, so that the other tests run.

A test module that imports boto 2 at its top does not load where boto 2 is not there, with all that it holds.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping

from codemods.inference.stand_ins import is_test_module
from codemods.marked import MARKER
from codemods.model import Edit, Span
from codemods.rewrite.draft import Draft

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def late_imports(
    kept: Mapping[ast.Import | ast.ImportFrom, tuple[str, Collection[str]]],
    rewritten: ast.Module,
    marker: str,
    draft: Draft,
) -> tuple[set[ast.stmt], list[Edit]]:
    """The statements that can go from the top, and the edits that put their lines into functions.

    `kept` says for each statement what is left of it and which names that binds; `rewritten` is what the file becomes.
    """
    moved: set[ast.stmt] = set()
    wanted: dict[_Function, list[str]] = {}
    before, after = _functions(draft.module.tree), _functions(rewritten)
    if not is_test_module(draft.module) or len(before) != len(after):
        return moved, []
    for statement, (line, names) in kept.items():
        inside = [sum(_loads(part, names) for part in function.body) for function in after]
        users = [function for function, count in zip(before, inside, strict=True) if count]
        fits = all(function.body[0].lineno > function.lineno for function in users)
        if statement in draft.module.tree.body and users and fits and sum(inside) == _loads(rewritten, names):
            moved.add(statement)
            for function in users:
                wanted.setdefault(function, []).append(line)
    return moved, [_into(function, lines, marker, draft) for function, lines in wanted.items()]


def _functions(tree: ast.Module) -> list[_Function]:
    """The outermost functions, in order."""
    found: list[_Function] = []
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop(0)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                found.append(child)
            else:
                waiting.append(child)
    return found


def _loads(node: ast.AST, names: Collection[str]) -> int:
    return sum(isinstance(each, ast.Name) and each.id in names for each in ast.walk(node))


def _into(function: _Function, lines: list[str], marker: str, draft: Draft) -> Edit:
    """The lines as the first statements of a function."""
    body = function.body
    is_told = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) and len(body) > 1
    first = body[1] if is_told else body[0]
    source = draft.module.source
    line = min([first.lineno, *(each.lineno for each in getattr(first, "decorator_list", []))])
    start = source.line_starts[line - 1]
    indent = source.text[start : source.line_starts[first.lineno - 1] + first.col_offset]
    text = "".join(f"{indent}{each}{source.newline}" for each in (f"{MARKER} imports {marker}", *lines))
    return Edit(Span(start, start), text)
