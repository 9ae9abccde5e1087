"""Test doubles that tests write by hand: no evidence for what the program's own code gets.

A `FakeConnection` that a test hands to the program would make the type of every connection uncertain there. So objects
of classes that only tests define do not flow from tests into the program; they are remembered instead, for a person
has to give them the methods that the migrated code calls.
"""

from __future__ import annotations

import ast
import functools
from pathlib import PurePosixPath

from codemods.inference import facts
from codemods.inference.families import ancestors
from codemods.inference.frame import Analysis, Frame
from codemods.inference.program import ModuleFile
from codemods.inference.values import Class, Instance, Module, Value, boto_classes

_FOLDERS = frozenset({"test", "tests", "testing", "unittests"})


def is_test_module(module: ModuleFile) -> bool:
    """True for a module that test runners look into."""
    return _is_test_path(module.key, module.package)


@functools.lru_cache(maxsize=4096)
def _is_test_path(key: str, package: tuple[str, ...]) -> bool:
    path = PurePosixPath(key)
    return (
        path.stem.startswith(("test_", "conftest"))
        or path.stem.endswith(("_test", "_tests"))
        or path.stem in _FOLDERS
        or bool(_FOLDERS.intersection(package or path.parent.parts[-1:]))
    )


def without_stand_ins(value: Value, about: facts.Key, target: ModuleFile, frame: Frame) -> Value:
    """`value` on its way from the code of `frame` to a fact about `target`, without the doubles of tests."""
    if is_test_module(target) or not is_test_module(frame.module):
        return value
    doubles = [atom for atom in value if isinstance(atom, Instance | Class) and is_double(atom.node, frame)]
    for atom in doubles:
        frame.analysis.stand_ins.setdefault(atom.node, {})[about] = None
    return value.difference(doubles)


def stored_in(owner: Value, name: str, value: Value, frame: Frame) -> Value:
    """`value` on its way into attribute `name` of what `owner` can be, without the doubles of tests."""
    for atom in owner:
        if isinstance(atom, Instance | Class):
            target = frame.analysis.module_of[atom.node]
            value = without_stand_ins(value, facts.attribute(atom.node, name), target, frame)
        elif isinstance(atom, Module):
            target = frame.analysis.program.modules[atom.key]
            value = without_stand_ins(value, facts.variable(target.tree, name), target, frame)
    return value


def is_double(cls: ast.ClassDef, frame: Frame) -> bool:
    """True for a class that only tests define, and that derives from nothing else."""
    modules = frame.analysis.module_of
    known = [one for one in ancestors(cls, frame) if isinstance(one, ast.ClassDef)]
    derives = len(known) != len(list(ancestors(cls, frame)))
    return not derives and all(is_test_module(modules[one]) for one in known)


def stands_for(cls: ast.ClassDef, analysis: Analysis) -> frozenset[str]:
    """The boto 2 classes (short names) that arrive where objects of a test's class are handed over."""
    places = analysis.stand_ins.get(cls, {})
    return frozenset().union(*(boto_classes(analysis.facts.read(about, None)) for about in places))
