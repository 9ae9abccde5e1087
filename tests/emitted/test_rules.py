"""The rules of codemods/emitted/__init__.py, checked for every module of it."""

from __future__ import annotations

import ast
import builtins
import importlib
import inspect
import pkgutil
import sys
from collections import Counter
from collections.abc import Iterator
from types import ModuleType

import pytest

import codemods.emitted

MODULES = [
    importlib.import_module(f"codemods.emitted.{found.name}")
    for found in pkgutil.iter_modules(codemods.emitted.__path__)
]

ALLOWED_PACKAGES = {"boto3", "botocore", "codemods"}


def by_name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


@pytest.fixture(params=MODULES, ids=by_name)
def module(request: pytest.FixtureRequest) -> ModuleType:
    found = request.param
    assert isinstance(found, ModuleType)
    return found


def tree_of(module: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module), feature_version=(3, 8))


def bound(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement on the top level of a module binds."""
    if isinstance(statement, ast.FunctionDef):
        yield statement.name
    elif isinstance(statement, ast.Assign):
        for target in statement.targets:
            assert isinstance(target, ast.Name)
            yield target.id
    elif isinstance(statement, ast.Import):
        for alias in statement.names:
            yield alias.name.partition(".")[0]
    elif isinstance(statement, ast.ImportFrom):
        for alias in statement.names:
            yield alias.name


def test_a_module_holds_nothing_but_helpers_constants_and_imports(module: ModuleType) -> None:
    documentation, *statements = tree_of(module).body
    assert isinstance(documentation, ast.Expr) and isinstance(documentation.value, ast.Constant)
    for statement in statements:
        names = list(bound(statement))
        if isinstance(statement, ast.FunctionDef):
            assert names[0].startswith("_") and not names[0].startswith("__")
        elif isinstance(statement, ast.Assign):
            assert all(name.isupper() for name in names)
        else:
            assert isinstance(statement, ast.Import | ast.ImportFrom), ast.dump(statement)


def test_imports_are_absolute_and_of_what_every_user_has(module: ModuleType) -> None:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module
            package = node.module.partition(".")[0]
        elif isinstance(node, ast.Import):
            package = node.names[0].name.partition(".")[0]
        else:
            continue
        assert node in tree_of(module).body or node.col_offset == 0
        assert package in ALLOWED_PACKAGES or package in sys.stdlib_module_names
        assert all(alias.asname is None and alias.name != "*" for alias in node.names)
        if package == "codemods":
            assert isinstance(node, ast.ImportFrom) and node.module is not None
            assert node.module.startswith("codemods.emitted.")
            assert all(alias.name.startswith("_") for alias in node.names), "a constant stays in its module"


def test_helpers_are_documented_in_one_line_and_not_annotated(module: ModuleType) -> None:
    for statement in tree_of(module).body:
        if not isinstance(statement, ast.FunctionDef):
            continue
        documentation = ast.get_docstring(statement)
        assert documentation and "\n" not in documentation, statement.name
        assert documentation.endswith((".", "?")), statement.name
        assert statement.returns is None, statement.name
        for node in ast.walk(statement):
            assert not isinstance(node, ast.AnnAssign | ast.ClassDef | ast.Global | ast.Import | ast.ImportFrom)
            assert not (isinstance(node, ast.arg) and node.annotation), statement.name


def names_in(statement: ast.stmt) -> set[str]:
    """The names that a statement uses and that Python does not know by itself."""
    used = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    return {name for name in used if not hasattr(builtins, name)}


def alone(module: ModuleType, name: str, found: dict[str, str]) -> None:
    """Collect the source of what `name` means in a module, and of all that it needs, as for a user's file."""
    if name in found or not hasattr(module, name):
        return
    found[name] = ""
    statements = [statement for statement in tree_of(module).body if name in bound(statement)]
    for statement in statements:
        if isinstance(statement, ast.ImportFrom) and str(statement.module).startswith("codemods.emitted."):
            del found[name]
            alone(importlib.import_module(str(statement.module)), name, found)
            return
        for needed in names_in(statement) if isinstance(statement, ast.FunctionDef | ast.Assign) else ():
            alone(module, needed, found)
    del found[name]  # what it needs stands before it
    found[name] = "\n".join(map(ast.unparse, statements))


def test_every_helper_stands_alone_with_what_it_needs(module: ModuleType) -> None:
    for statement in tree_of(module).body:
        if isinstance(statement, ast.FunctionDef):
            found: dict[str, str] = {}
            alone(module, statement.name, found)
            namespace: dict[str, object] = {}
            exec("\n\n".join(found.values()), namespace)
            assert callable(namespace[statement.name])
            assert not any("codemods" in source for source in found.values())


def test_a_helper_has_its_name_alone() -> None:
    """Two helpers of one name could not stand in one file, and would be confused in a shared module."""
    names = Counter(
        name
        for module in MODULES
        for statement in tree_of(module).body
        if isinstance(statement, ast.FunctionDef | ast.Assign)
        for name in bound(statement)
    )
    assert [name for name, count in names.items() if count > 1] == []
