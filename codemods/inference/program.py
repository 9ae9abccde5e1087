"""The program: its modules, and which module an import statement means."""

from __future__ import annotations

import ast
import functools
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Protocol

from codemods.source import Source

ROOT = "boto"
"""The top-level package that is migrated away from."""


@dataclass(eq=False)
class ModuleFile:
    """One parsed file. `key` identifies it in the program (its path); `package` are its package's names.

    `python2`: the file was Python 2, where `import sibling` looks beside the file first.
    """

    key: str
    source: Source
    tree: ast.Module
    package: tuple[str, ...] = ()
    python2: bool = False
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict, repr=False)
    star_imports: list[ast.ImportFrom] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                self.star_imports.append(node)
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node

    @functools.cached_property
    def name(self) -> str:
        """The dotted name that other modules most likely import it by."""
        stem = PurePosixPath(self.key).stem
        return ".".join(self.package if stem == "__init__" else (*self.package, stem))

    @functools.cached_property
    def imported_roots(self) -> frozenset[str]:
        """The packages that it imports from, anywhere in it."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add((node.module or "").partition(".")[0])
        return frozenset(found)

    @property
    def is_package(self) -> bool:
        """True for an `__init__.py`."""
        return PurePosixPath(self.key).stem == "__init__"


class HasModule(Protocol):
    """Whatever is about one module: a plan of it, a look at it."""

    @property
    def module(self) -> ModuleFile:
        """The module."""
        ...

    @property
    def text(self) -> str:
        """Its text."""
        ...


class Program:
    """The modules of a run, found by the names that import statements use.

    A file answers to its name inside its package (found by walking up `__init__.py` files) and to its path below
    each of `roots` taken as a dotted name, since a program may be started from anywhere.
    """

    def __init__(self, modules: Iterable[ModuleFile], roots: Iterable[str] = ()) -> None:
        self.modules: dict[str, ModuleFile] = {module.key: module for module in modules}
        self.module_of: dict[ast.Module, ModuleFile] = {module.tree: module for module in self.modules.values()}
        self._by_name: dict[str, str] = {}
        self._packages: set[str] = set()
        for module in sorted(self.modules.values(), key=lambda module: (len(module.key), module.key)):
            for name in _names(module, roots):
                self._by_name.setdefault(name, module.key)
                parts = name.split(".")
                self._packages.update(".".join(parts[:count]) for count in range(1, len(parts)))

    def find(self, dotted: str, importer: ModuleFile | None = None) -> ModuleFile | None:
        """The program's module of this dotted name.

        Beside a Python 2 `importer` first; beside a script, which finds its neighbours on `sys.path`, last.
        """
        if importer is not None and importer.package and importer.python2:
            sibling = self._by_name.get(".".join((*importer.package, dotted)))
            if sibling is not None:
                return self.modules[sibling]
        key = self._by_name.get(dotted)
        if key is None and importer is not None and (importer.python2 or not importer.package):
            beside = posixpath.join(posixpath.dirname(importer.key), *dotted.split("."))
            key = next((path for path in (f"{beside}.py", f"{beside}/__init__.py") if path in self.modules), None)
        return self.modules[key] if key is not None else None

    def is_namespace(self, dotted: str) -> bool:
        """True when some module of the program lies below this dotted name."""
        return dotted in self._packages

    def absolute(self, importer: ModuleFile, module: str | None, level: int) -> str:
        """The absolute dotted name that `from <level dots><module> import` means in `importer`."""
        if level == 0:
            return module or ""
        package = importer.package
        base = package[: len(package) - (level - 1)] if level > 1 else package
        return ".".join((*base, *((module,) if module else ())))


def _names(module: ModuleFile, roots: Iterable[str]) -> list[str]:
    names = [module.name]
    path = PurePosixPath(module.key)
    for root in roots:
        base = PurePosixPath(root)
        if path.is_relative_to(base):
            relative = path.relative_to(base)
            parts = relative.parent.parts if relative.stem == "__init__" else (*relative.parent.parts, relative.stem)
            names += [".".join(parts[start:]) for start in range(len(parts)) if parts[0] == "src" or start == 0]
    return [name for name in names if name]
