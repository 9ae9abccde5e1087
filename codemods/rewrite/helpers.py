"""The source text of emitted helpers, and what each needs: other helpers, constants, imports."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from codemods.code import Helper, HelperFunction, Import


@dataclass(frozen=True)
class HelperSource:
    """One helper as text. `order` sorts helpers as they stand in their modules."""

    name: str
    text: str
    uses: frozenset[str]
    order: tuple[str, int]


@dataclass(frozen=True)
class _Emitted:
    """A module of `codemods.emitted`, read once: its helpers, constants and imports by name."""

    definitions: dict[str, HelperSource]
    imports: dict[str, Import]


@functools.cache
def _read(module_name: str) -> _Emitted:
    module = importlib.import_module(module_name)
    text = inspect.getsource(module)
    tree = ast.parse(text)
    definitions: dict[str, HelperSource] = {}
    imports: dict[str, Import] = {}
    lines = text.splitlines()
    for statement in tree.body:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                imports[alias.asname or alias.name.partition(".")[0]] = Import(alias.name)
        elif isinstance(statement, ast.ImportFrom):
            for alias in statement.names:
                imports[alias.asname or alias.name] = Import(statement.module or "", alias.name)
        else:
            name = _defined(statement)
            if name is not None:
                first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", []))])
                body = "\n".join(lines[first - 1 : statement.end_lineno])
                used = frozenset(node.id for node in ast.walk(statement) if isinstance(node, ast.Name))
                definitions[name] = HelperSource(name, body, used - {name}, (module_name, statement.lineno))
    return _Emitted(definitions, imports)


def _defined(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return statement.name
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return None


def source_of(function: HelperFunction) -> str:
    """The text of a helper as it stands in `codemods.emitted`."""
    return _read(function.__module__).definitions[function.__name__].text


def find_helper(name: str) -> HelperSource | None:
    """The helper of this name, in whichever module of `codemods.emitted` it stands."""
    for module in emitted_modules():
        found = _read(module.__name__).definitions.get(name)
        if found is not None:
            return found
    return None


def closure(helpers: Iterable[Helper]) -> list[HelperSource]:
    """All that has to stand in a file for `helpers`: definitions in a fixed order."""
    found: dict[tuple[str, str], HelperSource] = {}
    queue = [(helper.function.__module__, helper.function.__name__) for helper in helpers]
    while queue:
        module_name, name = queue.pop()
        if (module_name, name) in found:
            continue
        emitted = _read(module_name)
        source = emitted.definitions[name]
        found[module_name, name] = source
        for used in source.uses:
            if used in emitted.definitions:
                queue.append((module_name, used))
            elif used in emitted.imports:
                needed = emitted.imports[used]
                if needed.module.startswith("codemods.emitted"):
                    queue.append((needed.module, needed.name))
    return sorted(found.values(), key=lambda source: (_rank(source), source.order))


def imports_of(source: HelperSource) -> set[Import]:
    """What a helper needs to have imported."""
    known = _read(source.order[0]).imports
    needed = (known[name] for name in source.uses & known.keys())
    return {need for need in needed if not need.module.startswith("codemods.emitted")}


def _rank(source: HelperSource) -> int:
    """Constants stand before functions: they are needed when the module is imported."""
    return 0 if not source.text.lstrip().startswith(("def ", "class ", "@")) else 1


def renamed(source: HelperSource, names: Mapping[str, str]) -> str:
    """A helper's text with other names for itself, for the helpers that it calls, and for builtins that are hidden."""
    changed = {old: new for old, new in names.items() if old != new and (old == source.name or old in source.uses)}
    if not changed:
        return source.text
    tree = ast.parse(source.text)
    places: list[tuple[int, int, str, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in changed:
            places.append((node.lineno, node.col_offset, node.id, changed[node.id]))
        elif isinstance(node, ast.FunctionDef) and node.name in changed:
            places.append((node.lineno, node.col_offset + len("def "), node.name, changed[node.name]))
    lines = source.text.splitlines()
    for line, column, old, new in sorted(places, reverse=True):
        content = lines[line - 1]
        lines[line - 1] = content[:column] + new + content[column + len(old) :]
    return "\n".join(lines)


def emitted_modules() -> list[ModuleType | Any]:
    """Every module of `codemods.emitted`, for the tests that lint them."""
    import pkgutil

    from codemods import emitted

    return [
        importlib.import_module(f"{emitted.__name__}.{info.name}") for info in pkgutil.iter_modules(emitted.__path__)
    ]
