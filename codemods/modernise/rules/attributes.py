"""Attributes of functions, methods and generators that have other names."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite

RENAMED: dict[str, str] = {
    "func_closure": "__closure__",
    "func_code": "__code__",
    "func_defaults": "__defaults__",
    "func_dict": "__dict__",
    "func_doc": "__doc__",
    "func_globals": "__globals__",
    "func_name": "__name__",
    "im_class": "__self__.__class__",
    "im_func": "__func__",
    "im_self": "__self__",
}


def function_attributes(module: Module) -> Iterator[Rewrite]:
    """f.func_name to f.__name__, unless the file has attributes of its own with that name."""
    attributes = [node for node in module.nodes if isinstance(node, ast.Attribute)]
    own = {node.attr for node in attributes if isinstance(node.ctx, ast.Store) and _is_self(node)}
    for node in attributes:
        if node.attr in RENAMED and node.attr not in own and not _is_self(node):
            end = module.span(node).end
            yield (module.overwrite(end - len(node.attr), end, RENAMED[node.attr]),)


def membership_methods(module: Module) -> Iterator[Rewrite]:
    """d.has_key as a value, as in filter(d.has_key, names), to d.__contains__."""
    own = any(isinstance(node, ast.FunctionDef) and node.name == "has_key" for node in module.nodes)
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "has_key" and not own:
            around = module.parents[node]
            if not (isinstance(around, ast.Call) and around.func is node):
                end = module.span(node).end
                yield (module.overwrite(end - len("has_key"), end, "__contains__"),)


def _is_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "self"
