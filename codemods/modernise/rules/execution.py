"""exec in functions, import * in functions, and the hack that changed the default encoding."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import EXEC_LOCALS, STAR_IN_FUNCTION, Note


def in_functions(module: Module) -> Iterator[Note]:
    """What Python 3 refuses, or does in another way, inside a function."""
    for node in module.nodes:
        if isinstance(node, ast.Call) and module.builtin(node.func, "exec") and len(node.args) == 1:
            if not isinstance(module.scope(node).function.node, ast.Module):
                yield module.note(node, EXEC_LOCALS)
        elif isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
            if not isinstance(module.scope(node).function.node, ast.Module):
                yield module.note(node, STAR_IN_FUNCTION)


def default_encoding(module: Module) -> Iterator[Rewrite]:
    """`reload(sys); sys.setdefaultencoding("utf-8")`: UTF-8 is the default, and the function is gone."""
    for node in module.nodes:
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
            continue
        call = node.value
        if module.imported(call.func) == "sys.setdefaultencoding":
            yield (module.removal(node),)
        elif module.builtin(call.func, "reload") and [
            module.imported(argument) for argument in call.args
        ] == ["sys"]:
            yield (module.removal(node),)
