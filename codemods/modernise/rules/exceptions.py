"""What exceptions lost in Python 3: items (`e[0]`), and the attribute `message`."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from codemods.catalog.errors import ERRORS
from codemods.modernise.module import Module, Rewrite


def exception_items(module: Module) -> Iterator[Rewrite]:
    """`e[0]` to `e.args[0]`; `e.message` to `str(e)`, or to what asks first where a class may have one of its own."""
    for handler in module.nodes:
        if not isinstance(handler, ast.ExceptHandler) or not handler.name:
            continue
        scope = module.binding_scope(handler, handler.name)
        text = _message(handler)
        inside = [inner for statement in handler.body for inner in ast.walk(statement)]
        if any(isinstance(n, ast.Name) and n.id == handler.name and not isinstance(n.ctx, ast.Load) for n in inside):
            continue
        for node in inside:
            if not isinstance(node, ast.Subscript | ast.Attribute) or not isinstance(node.ctx, ast.Load):
                continue
            name = node.value
            if not isinstance(name, ast.Name) or name.id != handler.name or module.scopes.meaning(name) is not scope:
                continue
            if isinstance(node, ast.Subscript):
                end = module.span(name).end
                yield (module.insert(end, ".args"),)
            elif node.attr == "message" and text:
                yield (module.overwrite(module.span(node).start, module.span(node).end, text),)


def _message(handler: ast.ExceptHandler) -> str:
    """What `e.message` is in Python 3; nothing where boto 2's exceptions are caught, which have one."""
    parts = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = [part.attr if isinstance(part, ast.Attribute) else getattr(part, "id", "") for part in parts]
    if handler.type is None or any(name in ERRORS for name in names):
        return ""
    broad = ("Exception", "BaseException", "StandardError")
    if all(isinstance(getattr(builtins, name, None), type) and name not in broad for name in names):
        return f"str({handler.name})"
    return f'getattr({handler.name}, "message", str({handler.name}))'
