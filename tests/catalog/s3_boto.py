"""boto 2's S3 as it really is: its public classes, members, functions and constants, read from the library itself."""

from __future__ import annotations

import ast
import http.client
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

sys.modules.setdefault("httplib", http.client)  # boto.s3.resumable_download_handler still asks for Python 2's name

import boto  # noqa: E402 - after the name that its modules ask for
import boto.s3  # noqa: E402

PROTOCOL = ("__init__", "__iter__", "__contains__", "__len__", "__getitem__", "__next__")


def modules() -> list[ModuleType]:
    """The modules that the S3 tables answer for."""
    found = [importlib.import_module(f"boto.s3.{info.name}") for info in pkgutil.iter_modules(boto.s3.__path__)]
    return [*found, boto.s3, importlib.import_module("boto.storage_uri")]


def classes() -> dict[str, type]:
    """The public classes by dotted name."""
    return {
        f"{module.__name__}.{name}": value
        for module in modules()
        for name, value in vars(module).items()
        if inspect.isclass(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }


def other_names(cls: type) -> set[str]:
    """The other dotted names by which boto 2's S3 modules, or boto itself, hold a class."""
    return {
        f"{module.__name__}.{name}"
        for module in (*modules(), boto)
        for name, value in vars(module).items()
        if value is cls and module.__name__ != cls.__module__ and not name.startswith("_")
    }


def functions(module: ModuleType) -> dict[str, Any]:
    """The public functions that a module defines."""
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }


def constants(module: ModuleType) -> dict[str, Any]:
    """The public names that a module binds to plain lists and strings, its own and imported ones."""
    return {
        name: value
        for name, value in vars(module).items()
        if isinstance(value, str | list | tuple | dict | int) and not name.startswith("_") and name[0].isupper()
    }


def members(cls: type) -> set[str]:
    """The public members of a class: methods, class attributes, what methods set on self, and Python's protocol."""
    own = [base for base in cls.__mro__ if base.__module__.partition(".")[0] == "boto"]
    names: set[str] = set()
    for base in own:
        names |= {name for name in vars(base) if not name.startswith("_") or name in PROTOCOL}
        names |= set(_set_on_self(base))
    return names


def _set_on_self(cls: type) -> Iterator[str]:
    source = inspect.getsource(sys.modules[cls.__module__])
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__:
            for inner in ast.walk(node):
                match inner:
                    case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()) if name[0] != "_":
                        yield name


def parameters(cls: type, name: str) -> list[tuple[str, Any]] | None:
    """Names and defaults of a method's parameters without self; None for what is no method."""
    value = inspect.getattr_static(cls, name, None)
    if isinstance(value, staticmethod | classmethod):
        value = value.__func__
    if not inspect.isfunction(value):
        return None
    found = list(inspect.signature(value).parameters.values())[1:]
    return [(f"{'**' if p.kind is p.VAR_KEYWORD else ''}{p.name}", p.default) for p in found]
