"""Modules and names that Python 3 has no more and nothing takes their place."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module
from codemods.modernise.risks import REMOVED, Note
from codemods.modernise.rules.moved import REMOVED as NAMES


def removed_names(module: Module) -> Iterator[Note]:
    """Imports and uses of what is gone."""
    for node in module.nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name in NAMES and module.target(alias) and alias.name not in module.siblings:
                    yield module.note(node, REMOVED, alias.name)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                gone = next((name for name in (node.module, f"{node.module}.{alias.name}") if name in NAMES), None)
                if gone and node.module not in module.siblings:
                    yield module.note(node, REMOVED, gone)
        elif isinstance(node, ast.Attribute) and (name := module.imported(node)) in NAMES:
            yield module.note(node, REMOVED, name or "")
