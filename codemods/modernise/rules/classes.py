"""Metaclasses and special methods that have other names."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.model import Edit
from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import CMP_METHOD, HASH, NEXT, UNICODE_METHOD, Note

METHODS: dict[str, str] = {
    "__nonzero__": "__bool__",
    "__div__": "__truediv__",
    "__rdiv__": "__rtruediv__",
    "__idiv__": "__itruediv__",
    "next": "__next__",
}
"""Old special methods and their names now."""


def special_methods(module: Module) -> Iterator[Rewrite | Note]:
    """Rename special methods in classes that do not have the new one already."""
    for node in module.nodes:
        if not isinstance(node, ast.ClassDef):
            continue
        methods = {item.name: item for item in node.body if isinstance(item, ast.FunctionDef)}
        bound = _bound_names(node)
        for old, new in METHODS.items():
            method = methods.get(old)
            if method is None or new in bound:
                continue
            if old == "next" and ("__iter__" not in bound or len(method.args.args) != 1 or method.decorator_list):
                continue
            start = module.text.index(old, module.span(method).start)
            yield (module.overwrite(start, start + len(old), new),)
        if "__cmp__" in methods and not bound & {"__lt__", "__eq__"}:
            yield module.note(methods["__cmp__"], CMP_METHOD)
        if "__unicode__" in methods:
            yield module.note(methods["__unicode__"], UNICODE_METHOD)
        if "__eq__" in methods and "__hash__" not in bound:
            yield module.note(node, HASH, node.name)


def _bound_names(node: ast.ClassDef) -> set[str]:
    """The names that the body of a class binds by def or plain assignment."""
    names = {item.name for item in node.body if isinstance(item, ast.FunctionDef | ast.ClassDef)}
    for item in node.body:
        if isinstance(item, ast.Assign):
            names |= {target.id for target in item.targets if isinstance(target, ast.Name)}
    return names


def next_calls(module: Module) -> Iterator[Rewrite | Note]:
    """it.next() to next(it)."""
    own = any(
        isinstance(item, ast.FunctionDef) and item.name == "next" and len(item.args.args) - len(item.args.defaults) < 2
        for node in module.nodes
        if isinstance(node, ast.ClassDef)
        for item in node.body
    )
    for call in module.calls():
        func = call.func
        if not isinstance(func, ast.Attribute) or func.attr != "next" or call.args or call.keywords:
            continue
        if own or module.scope(call).find("next") is not None:
            yield module.note(call, NEXT, module.brief(call))
            continue
        end = module.span(func.value).end
        start = module.span(call).start
        inner = module.text[start:end]
        if module.span(func.value).start > start:  # (x for x in y).next(): the parentheses are the call's now
            inner = module.text[module.span(func.value).start : end]
        yield (module.replace(call, f"next({inner})"),)


def metaclasses(module: Module) -> Iterator[Rewrite]:
    """`__metaclass__ = M` in a class to `class C(metaclass=M)`."""
    for node in module.nodes:
        if not isinstance(node, ast.ClassDef) or any(keyword.arg == "metaclass" for keyword in node.keywords):
            continue
        for statement in node.body:
            if isinstance(statement, ast.Assign) and [module.code(target) for target in statement.targets] == [
                "__metaclass__"
            ]:
                given = f"metaclass={module.code(statement.value)}"
                yield (_header(module, node, given), module.removal(statement))


def _header(module: Module, node: ast.ClassDef, given: str) -> Edit:
    """The edit that puts a keyword into the header of a class."""
    if node.bases or node.keywords:
        last = [*node.bases, *(keyword.value for keyword in node.keywords)][-1]
        return module.insert(module.span(last).end, f", {given}")
    start = module.span(node).start
    name_end = module.text.index(node.name, start + len("class")) + len(node.name)
    colon = module.text.index(":", name_end)
    return module.overwrite(name_end, colon, f"({given})")
