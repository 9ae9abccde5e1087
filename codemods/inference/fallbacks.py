"""What stands in for boto 2 where it is not installed: `except ImportError: Key = object`.

A program that is migrated runs with boto 2, so such statements say nothing about what its names are.
"""

from __future__ import annotations

import ast

from codemods.inference.program import ROOT


def boto_names(block: list[ast.stmt]) -> dict[str, str]:
    """The names that the imports of a block bind to things of boto 2, each with its dotted name there."""
    found: dict[str, str] = {}
    for statement in block:
        if isinstance(statement, ast.ImportFrom) and not statement.level and _is_boto(statement.module or ""):
            found.update({alias.asname or alias.name: f"{statement.module}.{alias.name}" for alias in statement.names})
        elif isinstance(statement, ast.Import):
            for alias in statement.names:
                if _is_boto(alias.name):
                    found[alias.asname or ROOT] = alias.name if alias.asname else ROOT
    return found


def is_fallback(statement: ast.stmt, names: dict[str, str]) -> bool:
    """Does a statement of an except clause bind nothing but names that the block tried to import?

    `boto = None` is no such statement: what asks for None has to see it.
    """
    match statement:
        case ast.Assign(value=ast.Constant(value=None)):
            return False
        case ast.Assign(targets=targets):
            return all(isinstance(target, ast.Name) and target.id in names for target in targets)
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return name in names
        case _:
            return False


def _is_boto(dotted: str) -> bool:
    return dotted == ROOT or dotted.startswith(f"{ROOT}.")
