"""pytest's fixtures: a parameter of a test, or of another fixture, is what the fixture of that name gives."""

from __future__ import annotations

import ast
import posixpath
from collections.abc import Iterator

from codemods.inference import facts
from codemods.inference.attributes import decorators
from codemods.inference.frame import Frame
from codemods.inference.program import ModuleFile
from codemods.inference.values import NOTHING, Container, Function, Value

_FIXTURE = frozenset({"fixture", "yield_fixture"})


def fixture_value(unit: ast.FunctionDef | ast.AsyncFunctionDef, name: str, frame: Frame) -> Value:
    """What pytest passes for parameter `name` of `unit`; nothing where no fixture of the program is meant."""
    if not unit.name.startswith("test") and not is_fixture(unit):
        return NOTHING
    fixture = _find(unit, name, frame)
    if fixture is None:
        return NOTHING
    if frame.analysis.scopes[fixture].is_generator:
        return frame.items(Container("iter", fixture))
    return frame.read(facts.returned(fixture))


def is_fixture(node: ast.AST) -> bool:
    """True for a function that pytest calls for its value."""
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and bool(_FIXTURE & decorators(node))


def _find(
    unit: ast.FunctionDef | ast.AsyncFunctionDef, name: str, frame: Frame
) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The nearest fixture of a name: in the class, in the module, in the conftest.py files above it."""
    cls = frame.analysis.class_of.get(unit)
    bodies: list[list[ast.stmt]] = [cls.body] if cls is not None else []
    bodies += [module.tree.body for module in _modules(frame)]
    for body in bodies:
        for statement in body:
            if statement is not unit and is_fixture(statement) and _name(statement) == name:
                assert isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef)
                return statement
    for atom in frame.read(facts.variable(frame.module.tree, name)):
        if isinstance(atom, Function) and is_fixture(atom.node):
            assert not isinstance(atom.node, ast.Lambda)
            return atom.node
    return None


def _modules(frame: Frame) -> Iterator[ModuleFile]:
    yield frame.module
    folder = posixpath.dirname(frame.module.key)
    while True:
        above = frame.analysis.program.modules.get(posixpath.join(folder, "conftest.py"))
        if above is not None and above is not frame.module:
            yield above
        if folder in ("", "/"):
            return
        folder = posixpath.dirname(folder)


def _name(node: ast.AST) -> str:
    """The name that tests know a fixture by: its own, or the one that its decorator gives."""
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    for decorator in node.decorator_list:
        for keyword in decorator.keywords if isinstance(decorator, ast.Call) else ():
            if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                return str(keyword.value.value)
    return node.name
