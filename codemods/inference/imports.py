"""What import statements bind: names of boto 2, modules of the program, and what comes from elsewhere."""

from __future__ import annotations

import ast

from codemods.inference import facts
from codemods.inference.attributes import get_attribute
from codemods.inference.frame import Frame
from codemods.inference.module_names import of_module
from codemods.inference.program import ROOT
from codemods.inference.targets import bind_name
from codemods.inference.values import BotoName, External, Module, Value


def run_import(node: ast.Import, frame: Frame) -> None:
    """`import a.b as c`."""
    program = frame.analysis.program
    for alias in node.names:
        dotted = alias.name if alias.asname else alias.name.partition(".")[0]
        found = program.find(dotted, frame.module)
        value: Value
        if dotted == ROOT or dotted.startswith(f"{ROOT}."):
            value = frozenset({BotoName(dotted)})
        elif found is not None:
            value = frozenset({Module(found.key)})
        else:
            value = frozenset({External(dotted)})
        if not alias.asname and "." in alias.name:
            _bind_packages(alias.name, frame)
        bind_name(alias.asname or dotted, value, frame)


def _bind_packages(dotted: str, frame: Frame) -> None:
    """`import a.b` also makes `b` an attribute of package `a`, where `a` is the program's."""
    program = frame.analysis.program
    parts = dotted.split(".")
    for count in range(1, len(parts)):
        package = program.find(".".join(parts[:count]), frame.module)
        inner = program.find(".".join(parts[: count + 1]), frame.module)
        if package is not None and inner is not None:
            frame.add(facts.variable(package.tree, parts[count]), frozenset({Module(inner.key)}))


def run_import_from(node: ast.ImportFrom, frame: Frame) -> None:
    """`from a import b as c`."""
    program = frame.analysis.program
    dotted = program.absolute(frame.module, node.module, node.level)
    found = program.find(dotted, frame.module) if dotted else None
    for alias in node.names:
        if alias.name == "*":
            continue
        value: Value
        if node.level == 0 and (dotted == ROOT or dotted.startswith(f"{ROOT}.")):
            value = get_attribute(frozenset({BotoName(dotted)}), alias.name, alias, frame)
        elif found is not None or program.is_namespace(dotted):
            value = _from_program(dotted, alias.name, frame)
        else:
            value = frozenset({External(f"{dotted}.{alias.name}")})
        frame.note(alias, value)
        bind_name(alias.asname or alias.name, value, frame)


def _from_program(dotted: str, name: str, frame: Frame) -> Value:
    program = frame.analysis.program
    module = program.find(dotted, frame.module)
    if module is not None and name in frame.analysis.scopes[module.tree].names:
        value = of_module(module, name, frame)
        if value:
            return value
    inner = program.find(f"{dotted}.{name}", frame.module)
    if inner is not None:
        return frozenset({Module(inner.key)})
    return of_module(module, name, frame) if module is not None else frozenset({External(f"{dotted}.{name}")})
