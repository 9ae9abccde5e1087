"""One file that is looked at: its text, its tree, and the questions that every rule asks about nodes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from codemods.harden.flow import Flow
from codemods.inference.program import ModuleFile
from codemods.model import Span
from codemods.rewrite.names import Names

FunctionDef = ast.FunctionDef | ast.AsyncFunctionDef
_TEST_FOLDERS = frozenset({"test", "tests", "testing"})


@dataclass(eq=False)
class Subject:
    """A parsed file, and what follows from it."""

    module: ModuleFile
    memo: dict[object, Any] = field(default_factory=dict, repr=False)  # what rules found out, for the ones after them

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.module.source.text

    @cached_property
    def flow(self) -> Flow:
        """What its expressions can hold."""
        return Flow(self.module)

    @cached_property
    def names(self) -> Names:
        """The names that are free."""
        return Names(self.module)

    @cached_property
    def is_test(self) -> bool:
        """True for a test, where clients talk to a fake."""
        path = PurePosixPath(self.module.key)
        stem = path.stem
        named = stem.startswith("test_") or stem.endswith(("_test", "_tests")) or stem in ("conftest", "tests")
        return named or bool(_TEST_FOLDERS & set(path.parent.parts[-3:])) or "moto" in self.flow.imported_packages

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node, outer ones first."""
        return list(ast.walk(self.module.tree))

    @cached_property
    def calls(self) -> list[ast.Call]:
        """Every call, in the order of the text."""
        found = [node for node in self.nodes if isinstance(node, ast.Call)]
        return sorted(found, key=lambda node: (node.lineno, node.col_offset, -(node.end_col_offset or 0)))

    @cached_property
    def strings(self) -> list[ast.Constant]:
        """Every string literal that is not a docstring."""
        docs = {
            node.value
            for node in self.nodes
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        }
        return [n for n in self.nodes if isinstance(n, ast.Constant) and isinstance(n.value, str) and n not in docs]

    def span(self, node: ast.AST) -> Span:
        """Where a node stands."""
        return self.module.source.span(node)  # type: ignore[arg-type]

    def segment(self, node: ast.AST) -> str:
        """The text of a node."""
        span = self.span(node)
        return self.text[span.start : span.end]

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node around `node`."""
        return self.module.parents.get(node)

    def parents(self, node: ast.AST) -> Iterator[ast.AST]:
        """All nodes around `node`, inner ones first."""
        current = self.parent(node)
        while current is not None:
            yield current
            current = self.parent(current)

    def statement(self, node: ast.AST) -> ast.stmt:
        """The statement that `node` belongs to (itself, for a statement)."""
        if isinstance(node, ast.stmt):
            return node
        return next(parent for parent in self.parents(node) if isinstance(parent, ast.stmt))

    def function(self, node: ast.AST) -> FunctionDef | None:
        """The innermost function around `node`."""
        return next((parent for parent in self.parents(node) if isinstance(parent, FunctionDef)), None)

    def scope(self, node: ast.AST) -> ast.AST:
        """The outermost function around `node` (the method, for one in a class), else the module."""
        functions = [parent for parent in self.parents(node) if isinstance(parent, FunctionDef)]
        return functions[-1] if functions else self.module.tree

    def in_loop(self, node: ast.AST) -> bool:
        """True when `node` runs once for each turn of a loop or comprehension of its own function."""
        child = node
        for parent in self.parents(node):
            if isinstance(parent, FunctionDef | ast.Lambda | ast.ClassDef):
                return False
            if isinstance(parent, ast.For | ast.AsyncFor | ast.While) and child in parent.body:
                return True
            if isinstance(parent, ast.ListComp | ast.SetComp | ast.GeneratorExp) and child is parent.elt:
                return True
            if isinstance(parent, ast.DictComp) and child in (parent.key, parent.value):
                return True
            child = parent
        return False

    def mentions(self, pattern: str) -> bool:
        """True when the text of the file matches a pattern."""
        return re.search(pattern, self.text) is not None
