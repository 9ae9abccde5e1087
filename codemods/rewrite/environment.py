"""Does a program change the credentials in its own environment? boto3's default session reads them once."""

from __future__ import annotations

import ast

_READ_BY_BOTO = frozenset({"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SECURITY_TOKEN", "AWS_PROFILE"})


def changes_environment(tree: ast.Module) -> bool:
    """True for `os.environ["AWS_ACCESS_KEY_ID"] = ...` and the other ways to set or drop what boto 2 read each time."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            if _is_environment(node.value) and _names(node.slice):
                return True
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            changes = node.func.attr in ("update", "setdefault", "pop") and _is_environment(node.func.value)
            puts = node.func.attr in ("putenv", "unsetenv") and isinstance(node.func.value, ast.Name)
            parts = [*node.args, *(ast.Constant(keyword.arg) for keyword in node.keywords)]
            if (changes or puts) and any(_names(part) for part in parts):
                return True
    return False


def _is_environment(node: ast.expr) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == "environ") or (
        isinstance(node, ast.Name) and node.id == "environ"
    )


def _names(node: ast.expr) -> bool:
    return any(isinstance(inner, ast.Constant) and inner.value in _READ_BY_BOTO for inner in ast.walk(node))
