"""Names that outlived their block in Python 2: `except E, e` and the variable of a list comprehension."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import COMPREHENSION_NAME, EXCEPT_NAME, Note
from codemods.modernise.scopes import Comprehension


def except_names(module: Module) -> Iterator[Rewrite | Note]:
    """A name that is read after its except block is bound in the block, where Python 3 lets it live."""
    for handler in module.nodes:
        if not isinstance(handler, ast.ExceptHandler) or not handler.name:
            continue
        if not any(_outlives(module, handler, load) for load in module.scopes.loads if load.id == handler.name):
            continue
        first = handler.body[0]
        fresh = _free_name(module, "error")
        header = module.text.rindex(handler.name, module.span(handler).start, _header_end(module, handler))
        if first.lineno == handler.lineno:
            yield module.note(handler, EXCEPT_NAME, handler.name)
            continue
        line = module.source.line_starts[first.lineno - 1]
        indent = module.text[line : module.span(first).start]
        yield (
            module.overwrite(header, header + len(handler.name), fresh),
            module.insert(line, f"{indent}{handler.name} = {fresh}\n"),
        )


def _header_end(module: Module, handler: ast.ExceptHandler) -> int:
    """The offset of the colon after `as name`."""
    start = module.span(handler.type).end if handler.type else module.span(handler).start
    return module.text.index(":", start)


def _outlives(module: Module, handler: ast.ExceptHandler, load: ast.Name) -> bool:
    """True when `load` reads what `handler` bound, after the handler."""
    scope = module.scopes.meaning(load)
    assert handler.name is not None and handler.end_lineno is not None
    if scope is not module.binding_scope(handler, handler.name):
        return False
    after = load.lineno > handler.end_lineno
    loops = [node for node in module.ancestors(handler) if isinstance(node, ast.For | ast.While)]
    if not after and not any(load in set(ast.walk(loop)) and load.lineno < handler.lineno for loop in loops):
        return False
    assert scope is not None
    for binding in scope.bound[handler.name]:
        if binding is handler or not hasattr(binding, "lineno"):
            continue
        if isinstance(binding, ast.ExceptHandler):
            if load in set(ast.walk(binding)):
                return False  # read inside of another handler with this name
        elif (handler.lineno if not after else handler.end_lineno) < binding.lineno <= load.lineno:
            return False  # bound anew in between
        elif not after and binding.lineno <= load.lineno and _same_loop(module, binding, loops):
            return False
    return True


def _same_loop(module: Module, binding: ast.AST, loops: list[ast.For | ast.While]) -> bool:
    return any(loop in loops for loop in module.ancestors(binding))


def _free_name(module: Module, wanted: str) -> str:
    """`wanted`, with a number when the file has that name."""
    used = {node.id for node in module.nodes if isinstance(node, ast.Name)}
    used |= {node.name for node in module.nodes if isinstance(node, ast.ExceptHandler) and node.name}
    return next(name for name in (wanted, *(f"{wanted}{n}" for n in range(2, 1000))) if name not in used)


def comprehension_names(module: Module) -> Iterator[Note]:
    """Names that only a list comprehension of the same function binds."""
    left: dict[tuple[int, str], None] = {}
    for node in module.nodes:
        if isinstance(node, ast.ListComp):
            owner = module.scope(node).function
            for loop in node.generators:
                for target in ast.walk(loop.target):
                    if isinstance(target, ast.Name):
                        left[id(owner), target.id] = None
    for load in module.scopes.loads:
        scope = module.scope(load)
        if isinstance(scope.node, Comprehension) or module.scopes.meaning(load) is not None:
            continue
        if (id(scope.function), load.id) in left:
            yield module.note(load, COMPREHENSION_NAME, load.id)
