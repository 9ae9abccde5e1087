"""The bases of a class and the classes that derive from it, as far as the program shows them."""

from __future__ import annotations

import ast
import queue
from collections.abc import Iterator

from codemods.inference import facts
from codemods.inference.frame import Frame
from codemods.inference.values import BotoName, Class, Container, External, Value


def sorted_atoms(value: Value) -> list[object]:
    """Atoms in an order that does not depend on hashing."""
    return sorted(value, key=lambda atom: (type(atom).__name__, getattr(getattr(atom, "node", None), "lineno", 0)))


def ancestors(cls: ast.ClassDef, frame: Frame) -> Iterator[ast.ClassDef | BotoName]:
    """The class and its bases, nearest first; boto 2 classes among them by name."""
    seen: set[object] = set()
    queue: list[ast.ClassDef | BotoName] = [cls]
    while queue:
        current = queue.pop(0)
        if current in seen:
            continue
        seen.add(current)
        yield current
        if isinstance(current, ast.ClassDef):
            for atom in sorted_atoms(frame.read(facts.bases(current))):
                if isinstance(atom, Class):
                    queue.append(atom.node)
                elif isinstance(atom, BotoName):
                    queue.append(atom)


def descendants(cls: ast.ClassDef, frame: Frame) -> Iterator[ast.ClassDef]:
    """The program's classes that derive from `cls`, directly or not."""
    seen = {cls}
    queue = [cls]
    while queue:
        for atom in sorted_atoms(frame.read(facts.derived(queue.pop(0)))):
            if isinstance(atom, Class) and atom.node not in seen:
                seen.add(atom.node)
                queue.append(atom.node)
                yield atom.node


def boto_base(cls: ast.ClassDef, frame: Frame) -> str | None:
    """The short name of the boto 2 class that a class of the program derives from, if any."""
    for ancestor in ancestors(cls, frame):
        if isinstance(ancestor, BotoName):
            known = frame.analysis.catalog.class_named(ancestor.name)
            return known.short if known else ancestor.name
    return None


def external_bases(cls: ast.ClassDef, frame: Frame) -> list[str]:
    """Dotted names of the unseen classes that a class of the program derives from, directly or not."""
    found: list[str] = []
    for ancestor in ancestors(cls, frame):
        if isinstance(ancestor, ast.ClassDef):
            bases = frame.read(facts.bases(ancestor))
            found += sorted(atom.name for atom in bases if isinstance(atom, External))
    return found


CONTAINERS = {
    "builtins.dict": "dict",
    "collections.OrderedDict": "dict",
    "collections.defaultdict": "dict",
    "collections.UserDict": "dict",
    "UserDict.UserDict": "dict",
    "builtins.list": "list",
    "collections.UserList": "list",
    "builtins.set": "set",
    "builtins.tuple": "tuple",
    "queue.Queue": "queue",
    "Queue.Queue": "queue",
}


_LIKE = {"dict": dict, "list": list, "set": set, "tuple": tuple, "queue": queue.Queue}
"""Where the attributes of containers are looked up."""


def container_base(cls: ast.ClassDef, frame: Frame) -> Container | None:
    """What an object of a class that derives from `dict`, `list`, ... holds; None for other classes."""
    kind = next((CONTAINERS[name] for name in external_bases(cls, frame) if name in CONTAINERS), None)
    return Container(kind, cls, "items") if kind else None


_OF_PYTHON_2 = frozenset({"has_key", "iteritems", "iterkeys", "itervalues", "viewitems", "viewkeys", "viewvalues"})


def is_member(base: Container, name: str) -> bool:
    """Does a container have this attribute? What it does not have is an attribute of the program's own class."""
    return hasattr(_LIKE[base.kind], name) or (base.kind == "dict" and name in _OF_PYTHON_2)
