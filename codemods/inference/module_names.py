"""What a name of one of the program's modules means, through its own bindings and its `from x import *`."""

from __future__ import annotations

from collections.abc import Iterator

from codemods.catalog.errors import error_row
from codemods.inference import facts
from codemods.inference.frame import Frame
from codemods.inference.program import ROOT, ModuleFile
from codemods.inference.values import NOTHING, BotoName, External, Module, Value


def of_module(module: ModuleFile, name: str, frame: Frame) -> Value:
    """A name of one of the program's modules: what it binds, else a module below it."""
    value = frame.read(facts.variable(module.tree, name))
    if value:
        return value
    program = frame.analysis.program
    inner = program.find(f"{module.name}.{name}") if module.is_package else None
    if inner is not None:
        return frozenset({Module(inner.key)})
    starred = _of_star_imports(module, name, frame, {module.key})
    if starred or name in frame.analysis.scopes[module.tree].names:
        return starred
    return frozenset({External(f"{module.name}.{name}")})  # a module below it that was not read yet


def _of_star_imports(module: ModuleFile, name: str, frame: Frame, seen: set[str]) -> Value:
    for origin in star_imports(module, frame):
        if isinstance(origin, str):
            found = frame.analysis.catalog.class_named(f"{origin}.{name}")
            if found or frame.analysis.catalog.function(f"{origin}.{name}") or error_row(f"{origin}.{name}"):
                return frozenset({BotoName(f"{origin}.{name}")})
        elif origin.key not in seen:
            seen.add(origin.key)
            value = frame.read(facts.variable(origin.tree, name)) or _of_star_imports(origin, name, frame, seen)
            if value:
                return value
    return NOTHING


def star_imports(module: ModuleFile, frame: Frame) -> Iterator[ModuleFile | str]:
    """What a module imports with `*`: modules of the program, or dotted names of boto 2's modules."""
    program = frame.analysis.program
    for statement in module.star_imports:
        dotted = program.absolute(module, statement.module, statement.level)
        found = program.find(dotted, module)
        if found is not None:
            yield found
        elif dotted == ROOT or dotted.startswith(f"{ROOT}."):
            yield dotted


def star_import(module: ModuleFile, name: str, frame: Frame) -> Value:
    """The value of a name that a `from x import *` of the module may bind."""
    return _of_star_imports(module, name, frame, {module.key})
