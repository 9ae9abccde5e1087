"""Switches that boto 2 read from the environment and that boto3 has no need of."""

from __future__ import annotations

import ast

from codemods.catalog.schema import Remove
from codemods.inference.values import External
from codemods.rewrite.credentials import from_metadata
from codemods.rewrite.render import Renderer

RULE = "config.environment"
_SIGNED = "every client signs with SigV4 now, so this switch has gone"
_SWITCHES = {
    "S3_USE_SIGV4": _SIGNED,
    "EC2_USE_SIGV4": _SIGNED,
    "BOTO_USE_ENDPOINT_HEURISTICS": "boto3 knows the endpoints of all regions, so this switch has gone",
}
_INSTEAD = "`boto3ify config FILE` says what takes the place of its settings"
_FILES = {
    "BOTO_CONFIG": f"of this file boto3 takes the access keys of [Credentials] only; {_INSTEAD}",
    "BOTO_PATH": f"boto3 does not read these files; {_INSTEAD}",
    "BOTO_ENDPOINTS": "boto3 reads no such file of endpoints: give endpoint_url where the clients are made",
}
"""Variables that name files of boto 2 (boto/pyami/config.py, boto/regioninfo.py)."""


def removed_switch(statement: ast.stmt, renderer: Renderer) -> bool:
    """Takes out `os.environ["S3_USE_SIGV4"] = "True"` and its like; True when the statement was one."""
    place: ast.expr | None = None
    key: ast.expr | None = None
    match statement:
        case ast.Assign(targets=[ast.Subscript(value=owner, slice=key)]) if _is(owner, "os.environ", renderer):
            place = statement.targets[0]
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner, attr="setdefault"), args=[key, _]) as call):
            place = call if _is(owner, "os.environ", renderer) else None
        case ast.Expr(value=ast.Call(func=func, args=[key, _]) as call) if _is(func, "os.putenv", renderer):
            place = call
    name = key.value if isinstance(key, ast.Constant) else None
    if place is None or not isinstance(name, str):
        return False
    if name in _FILES:
        renderer.draft.find(statement, RULE, _FILES[name])
    if name not in _SWITCHES:
        return False
    if renderer.settle(place, f"${name}", "config", RULE, Remove(note=_SWITCHES[name]), is_name=True) is None:
        return False
    renderer.draft.removed.add(statement)
    return True


_OF_BOTO = {
    "AWS_ACCESS_KEY_ID": "aws_access_key_id",
    "AWS_SECRET_ACCESS_KEY": "aws_secret_access_key",
    "AWS_SECURITY_TOKEN": "security_token",
    "AWS_SESSION_TOKEN": "security_token",
}
_RUN_OUT = (
    "the instance's credentials run out, and boto3 takes those of the environment first: leave them out of it, and "
    "boto3 finds and refreshes them itself"
)


def expiring_environment(statement: ast.stmt, renderer: Renderer) -> None:
    """Points out `os.environ["AWS_ACCESS_KEY_ID"] = ...` with what the instance metadata service gave."""
    match statement:
        case ast.Assign(targets=[ast.Subscript(value=owner, slice=ast.Constant(value=key))], value=value):
            name = _OF_BOTO.get(key) if isinstance(key, str) else None
            if name and _is(owner, "os.environ", renderer) and from_metadata({name: value}, (), renderer.draft) is None:
                renderer.draft.find(statement, RULE, _RUN_OUT)


def _is(node: ast.expr, dotted: str, renderer: Renderer) -> bool:
    return External(dotted) in renderer.type_of(node)
