"""exec in functions, import * in functions, and the hack that changed the default encoding."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import EXEC_LOCALS, STAR_IN_FUNCTION, Note


def in_functions(module: Module) -> Iterator[Note]:
    """What Python 3 refuses, or does in another way, inside a function."""
    for node in module.nodes:
        if not isinstance(node, ast.Call | ast.ImportFrom):
            continue
        if isinstance(module.scope(node).function.node, ast.Module):
            continue
        if isinstance(node, ast.ImportFrom):
            if node.names[0].name == "*":
                yield module.note(node, STAR_IN_FUNCTION)
        elif module.builtin(node.func, "exec") and len(node.args) == 1:
            yield module.note(node, EXEC_LOCALS)


def default_encoding(module: Module) -> Iterator[Rewrite]:
    """`reload(sys); sys.setdefaultencoding("utf-8")`: UTF-8 is the default, and the function is gone."""
    for node in module.nodes:
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
            continue
        call = node.value
        reloads = module.builtin(call.func, "reload") and len(call.args) == 1
        reloads_sys = reloads and module.imported(call.args[0]) == "sys"
        if reloads_sys or module.imported(call.func) == "sys.setdefaultencoding":
            yield (module.removal(node),)
