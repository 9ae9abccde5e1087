"""What tests put in the place of a way to connect: `monkeypatch.setattr(boto, "connect_s3", lambda *args: conn)`.

boto3 calls it with the name of the service first and all else by keyword. What looks at no argument can take any.
"""

from __future__ import annotations

import ast

from codemods.catalog.schema import Rewrite
from codemods.code import Code, code
from codemods.inference.values import Class, Function, Instance
from codemods.rewrite.connections import connector_named
from codemods.rewrite.doubled import MAKERS
from codemods.rewrite.errors import called_name
from codemods.rewrite.patches import replaced_by, target_of
from codemods.rewrite.render import Renderer

RULE = "tests.double"
_CALLED_OTHERWISE = (
    "boto3 calls this with the service's name first and the rest by keyword: region_name, aws_access_key_id, "
    "aws_secret_access_key, config; take those"
)


def replaced_connector(node: ast.Lambda, renderer: Renderer) -> Code | None:
    """A lambda in the place of a way to connect that looks at none of its arguments takes all of them."""
    call = renderer.draft.parent(node)
    call = renderer.draft.parent(call) if isinstance(call, ast.keyword) else call
    if not isinstance(call, ast.Call) or replaced_by(call) is not node:
        return None
    target = target_of(call, renderer)
    if target is None or connector_named(target.dotted, renderer) is None:
        return None
    if _takes_anything(node.args) and not _looks_at(node):
        return None
    if _looks_at(node):
        renderer.flag(node, target.dotted, "tests", RULE, _CALLED_OTHERWISE)
        return None
    body = renderer.render(node.body)
    made = Rewrite(code(f"lambda *args, **kwargs: {body}", body))
    return renderer.settle(node, target.dotted, "tests", RULE, made, is_name=True)


def flag_replacements(renderer: Renderer) -> None:
    """Flag the functions and classes that take a connector's place and that boto3's arguments do not fit."""
    for node in ast.walk(renderer.draft.module.tree):
        given = replaced_by(node) if isinstance(node, ast.Call) else None
        if given is None or isinstance(given, ast.Lambda) or _is_mock(given):
            continue
        target = target_of(node, renderer)  # type: ignore[arg-type]
        if target is None or connector_named(target.dotted, renderer) is None:
            continue
        if any(_misfits(atom, renderer) for atom in renderer.type_of(given)):
            renderer.flag(given, target.dotted, "tests", RULE, _CALLED_OTHERWISE)


def _is_mock(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called_name(node) in MAKERS


def _misfits(atom: object, renderer: Renderer) -> bool:
    """True for a function or class that does not take whatever it is given, or that looks at it."""
    if isinstance(atom, Function):
        return _looks_at(atom.node) or not _takes_anything(atom.node.args)
    if not isinstance(atom, Class | Instance):
        return False
    name = "__init__" if isinstance(atom, Class) else "__call__"
    methods = [each for each in atom.node.body if isinstance(each, ast.FunctionDef) and each.name == name]
    if not methods:
        return not atom.node.bases or ast.unparse(atom.node.bases[0]) == "object"
    return any(not _takes_anything(method.args) for method in methods)


def _takes_anything(arguments: ast.arguments) -> bool:
    return arguments.vararg is not None and arguments.kwarg is not None


def _looks_at(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> bool:
    """True for a function that uses what it is given."""
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    names = {each.arg for each in every if each is not None and each.arg != "self"}
    body = function.body if isinstance(function.body, list) else [function.body]
    return any(isinstance(node, ast.Name) and node.id in names for part in body for node in ast.walk(part))
