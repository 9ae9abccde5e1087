"""`import sibling` inside a package: Python 2 looked beside the file first, Python 3 wants `from . import
sibling`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import SIBLING_SCRIPT, Note


def explicit_siblings(module: Module) -> Iterator[Rewrite | Note]:
    """Make imports of the modules in `module.siblings` explicit; a file that is run itself can have no such
    import.
    """
    if not module.siblings or "absolute_import" in module.futures:
        return
    script = module.text.startswith("#!") or _has_main(module)
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and not node.level and node.module:
            if node.module.partition(".")[0] in module.siblings:
                if script:
                    yield module.note(node, SIBLING_SCRIPT, node.module)
                    continue
                start = module.span(node).start
                at = module.text.index(node.module.partition(".")[0], start + len("from"))
                yield (module.insert(at, "."),)
        elif isinstance(node, ast.Import):
            ours = [alias for alias in node.names if alias.name.partition(".")[0] in module.siblings]
            if ours and (script or any("." in alias.name for alias in ours)):
                yield module.note(node, SIBLING_SCRIPT, ours[0].name)
            elif ours:
                others = [alias for alias in node.names if alias not in ours]
                lines = [f"import {', '.join(map(module.code, others))}"] if others else []
                lines.append(f"from . import {', '.join(map(module.code, ours))}")
                yield (module.replace(node, module.statements(node, lines)),)


def _has_main(module: Module) -> bool:
    """True when the file asks whether it is the main program."""
    return any(
        isinstance(node, ast.Compare) and isinstance(node.left, ast.Name) and node.left.id == "__name__"
        for node in module.nodes
    )
