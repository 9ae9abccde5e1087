"""The names under which tests know doubles of boto 2's connections: arguments of patched functions, and the like."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TypeVar

from codemods.rewrite.patches import Target, gives_boto2, is_connection, target_of
from codemods.rewrite.render import Renderer

_T = TypeVar("_T")


def patched_names(function: ast.AST, renderer: Renderer) -> dict[str, Target]:
    """What each double of boto 2's connections that a function knows stands for, by the name that it has there."""

    def connecting(node: ast.expr) -> Target | None:
        target = target_of(node, renderer)
        return target if target is not None and is_connection(target, renderer) else None

    return dict(_doubles(function, connecting, renderer))


def replaced_names(function: ast.AST, renderer: Renderer) -> set[str]:
    """The names of doubles of the program's own functions and variables that give boto 2's objects."""
    return {name for name, _ in _doubles(function, lambda node: gives_boto2(node, renderer) or None, renderer)}


def _doubles(function: ast.AST, pick: Callable[[ast.expr], _T | None], renderer: Renderer) -> Iterator[tuple[str, _T]]:
    """The doubles that a function knows by name, with what `pick` says of the `patch(...)` that makes them."""
    cls = renderer.draft.view.analysis.class_of.get(function)
    yield from _started(cls if cls is not None else function, pick)
    if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
        yield from _handed_in(function, cls, pick)
    yield from _entered(function, pick)


def path_of(node: ast.expr) -> str:
    """`conn`, `self.conn`; empty for all else."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _started(scope: ast.AST, pick: Callable[[ast.expr], _T | None]) -> Iterator[tuple[str, _T]]:
    """`self.connect = patch("boto.connect_s3").start()`, in one step or in two."""
    patchers: dict[str, _T] = {}
    for node in ast.walk(scope):
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        made, path = node.value, path_of(node.targets[0])
        target = pick(made)
        if target is not None:
            patchers[path] = target
        elif isinstance(made.func, ast.Attribute) and made.func.attr == "start":
            target = pick(made.func.value) or patchers.get(path_of(made.func.value))
            if target is not None:
                yield path, target


def _handed_in(
    function: ast.FunctionDef | ast.AsyncFunctionDef, cls: ast.ClassDef | None, pick: Callable[[ast.expr], _T | None]
) -> Iterator[tuple[str, _T]]:
    """The arguments of a function that is decorated, itself or with its class; a double that is given is none."""
    names = [arg.arg for arg in function.args.args if arg.arg not in ("self", "cls")]
    around = cls.decorator_list if cls is not None and function.name.startswith("test") else []
    patches = [each for each in (*reversed(function.decorator_list), *reversed(around)) if _hands_in(each)]
    for decorator, name in zip(patches, names, strict=False):
        target = pick(decorator)
        if target is not None:
            yield name, target


def _hands_in(decorator: ast.expr) -> bool:
    """True for a `patch` that makes the double itself, and so hands it to the function."""
    if not isinstance(decorator, ast.Call):
        return False
    named = ast.unparse(decorator.func)
    own = 2 if named.endswith(".object") else 1
    is_patch = named.endswith(("patch", "patch.object"))
    return is_patch and len(decorator.args) <= own and all(keyword.arg != "new" for keyword in decorator.keywords)


def _entered(function: ast.AST, pick: Callable[[ast.expr], _T | None]) -> Iterator[tuple[str, _T]]:
    for node in ast.walk(function):
        if isinstance(node, ast.With):
            for item in node.items:
                target = pick(item.context_expr)
                if target is not None and isinstance(item.optional_vars, ast.Name):
                    yield item.optional_vars.id, target
