"""Switches that boto 2 read from the environment and that boto3 has no need of."""

from __future__ import annotations

import ast

from codemods.catalog.schema import Remove
from codemods.inference.values import External
from codemods.rewrite.render import Renderer

RULE = "config.environment"
_SWITCHES = frozenset({"S3_USE_SIGV4", "EC2_USE_SIGV4"})
_NOTE = "every client signs with SigV4 now, so this switch has gone"


def removed_switch(statement: ast.stmt, renderer: Renderer) -> bool:
    """Takes out `os.environ["S3_USE_SIGV4"] = "True"` and its like; True when the statement was one."""
    place: ast.expr | None = None
    name: ast.expr | None = None
    match statement:
        case ast.Assign(targets=[ast.Subscript(value=owner, slice=key)]) if _is(owner, "os.environ", renderer):
            place, name = statement.targets[0], key
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr="setdefault"), args=[key, _]) as call):
            place, name = (call, key) if _is(owner, "os.environ", renderer) else (None, None)
        case ast.Expr(value=ast.Call(func=func, args=[key, _]) as call) if _is(func, "os.putenv", renderer):
            place, name = call, key
    if place is None or not isinstance(name, ast.Constant) or name.value not in _SWITCHES:
        return False
    if renderer.settle(place, f"${name.value}", "config", RULE, Remove(note=_NOTE), is_name=True) is None:
        return False
    renderer.draft.removed.add(statement)
    return True


def _is(node: ast.expr, dotted: str, renderer: Renderer) -> bool:
    return External(dotted) in renderer.type_of(node)
