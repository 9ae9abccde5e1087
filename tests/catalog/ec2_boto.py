"""boto 2's public API of EC2 and VPC, by introspection."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from typing import Any

import boto.connection
import boto.ec2
import boto.vpc

MODULES = [
    "boto.ec2",
    "boto.vpc",
    *(f"boto.ec2.{module.name}" for module in pkgutil.iter_modules(boto.ec2.__path__) if not module.ispkg),
    *(f"boto.vpc.{module.name}" for module in pkgutil.iter_modules(boto.vpc.__path__)),
]
"""All but the packages that are services of their own: autoscale, cloudwatch, elb."""

PROTOCOL = {"__init__", "__iter__", "__len__", "__contains__", "__getitem__"}
PARSER = {"startElement", "endElement", "endNode"}
"""Called by boto 2's XML parser and by nobody else."""


def classes() -> Iterator[type]:
    """Every class that boto 2 defines for EC2 and VPC, and the class that their connections derive from."""
    for name in MODULES:
        for found in vars(importlib.import_module(name)).values():
            if inspect.isclass(found) and found.__module__ == name:
                yield found
    yield boto.connection.AWSQueryConnection


def dotted(cls: type) -> str:
    """The name under which boto 2 defines a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def methods(cls: type) -> set[str]:
    """The public methods that a class defines itself."""
    return {
        name
        for name, value in _own(cls).items()
        if inspect.isfunction(value) and (name in PROTOCOL or not name.startswith("_")) and name not in PARSER
    }


def attributes(cls: type) -> set[str]:
    """The public attributes that a class has itself: constants, properties, and all that it sets on `self`."""
    own = {name for name, value in _own(cls).items() if not inspect.isfunction(value) and not name.startswith("_")}
    return own | {name for name in _assigned(cls) if not name.startswith("_")}


def _own(cls: type) -> dict[str, Any]:
    if cls is boto.connection.AWSQueryConnection:
        return {**vars(boto.connection.AWSAuthConnection), **vars(cls)}
    return dict(vars(cls))


def _assigned(cls: type) -> Iterator[str]:
    for name in ("__init__", "startElement", "endElement"):
        for function in [value for key, value in _own(cls).items() if key == name and inspect.isfunction(value)]:
            for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
                stored = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
                if stored and ast.unparse(node.value) == "self":
                    yield node.attr


def module_names(name: str) -> set[str]:
    """The public functions and constants that a module defines itself."""
    tree = ast.parse(inspect.getsource(importlib.import_module(name)))
    found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return {each for each in found if not each.startswith("_")}


def parameters(cls: type, name: str) -> list[inspect.Parameter]:
    """The parameters of a method after `self`."""
    return list(inspect.signature(getattr(cls, name)).parameters.values())[1:]
