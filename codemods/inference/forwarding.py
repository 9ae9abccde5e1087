"""Classes that hand on what they lack: `def __getattr__(self, name): return getattr(self._conn, name)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def forwarded_to(function: ast.AST) -> Iterator[tuple[ast.Call, list[str]]]:
    """The `getattr` calls by which a `__getattr__` hands on, each with the attributes on the way to the object.

    `getattr(self.pool.conn, name)` gives `["pool", "conn"]`.
    """
    if not isinstance(function, ast.FunctionDef) or function.name != "__getattr__" or len(function.args.args) != 2:
        return
    owner, name = (arg.arg for arg in function.args.args)
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Name(id="getattr"), args=[subject, ast.Name(id=asked)]) if asked == name:
                path: list[str] = []
                while isinstance(subject, ast.Attribute):
                    path.insert(0, subject.attr)
                    subject = subject.value
                if path and isinstance(subject, ast.Name) and subject.id == owner:
                    yield node, path
