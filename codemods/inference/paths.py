"""Attributes that are followed in order inside a function: `self.bucket` is a name, and then a Bucket.

The environment keeps them under their dotted paths until code runs that may have changed them.
"""

from __future__ import annotations

import ast

from codemods.inference.frame import Env

_MOST_PARTS = 4


def path_of(node: ast.AST) -> str | None:
    """`self.ctx.ec2` for the expression that is written like this; None for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute) and len(parts) < _MOST_PARTS:
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return ".".join((node.id, *reversed(parts)))


def forget_below(name: str, env: Env) -> None:
    """After a name is bound again: what was known of attributes of what it was bound to."""
    for path in [path for path in env if path.startswith(f"{name}.")]:
        del env[path]


def forget_attribute(attribute: str, env: Env) -> None:
    """After an attribute is bound: it may be the same object's under another path."""
    for path in [path for path in env if path.endswith(f".{attribute}") or f".{attribute}." in path]:
        del env[path]
