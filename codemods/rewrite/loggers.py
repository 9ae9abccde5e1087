"""boto 2's loggers by name: `logging.getLogger("boto")`, and "boto" among the loggers of a logging configuration."""

from __future__ import annotations

import ast

from codemods.catalog.logging import LOGGERS
from codemods.catalog.schema import Rewrite
from codemods.code import Code, code
from codemods.inference.values import External, literals_of
from codemods.rewrite.logger_names import is_of_boto
from codemods.rewrite.render import Renderer

RULE = "logging.logger"
_NEW = "botocore"
_NOTE = "boto3 logs to botocore, boto3, s3transfer and urllib3; set the others up too where their messages matter"
_OF_KEY = ("get", "setdefault", "pop")


def unclear_logger(node: ast.Call, renderer: Renderer) -> Code | None:
    """`logging.getLogger(name)` where `name` can be boto 2's and nobody can say who wrote it there."""
    if External("logging.getLogger") not in renderer.type_of(node.func) or len(node.args) != 1:
        return None
    found = {name.value for name in renderer.draft.view.loggers}
    lost = sorted(
        name for name in literals_of(renderer.type_of(node.args[0])) if is_of_boto(name) and name not in found
    )
    if lost:
        renderer.flag(node, f"logger {lost[0]}", "logging", RULE, f"the name can be {lost[0]!r} here; {_NOTE}")
    return None


def named_logger(node: ast.Constant, renderer: Renderer) -> Code | None:
    """A name that `logging.getLogger` gets from elsewhere, or a key of `{"loggers": {"boto": ...}}`."""
    if not isinstance(node.value, str) or not is_of_boto(node.value):
        return None
    if node not in renderer.draft.view.loggers and not _is_configured(node, renderer):
        return None
    new = _replacement(node, renderer)
    return renderer.settle(node, f"logger {node.value}", "logging", RULE, Rewrite(new, _NOTE)) if new else None


def logger_keywords(node: ast.Call, renderer: Renderer) -> Code | None:
    """`dict(boto=dict(level="ERROR"))` as the loggers of a configuration: the keyword is the name."""
    names = [keyword.arg for keyword in node.keywords]
    if "boto" not in names or "botocore" in names or not _is_dict(node) or not _is_table(node, renderer):
        return None
    parts = [renderer.render(argument) for argument in node.args]
    for keyword in node.keywords:
        value = renderer.render(keyword.value)
        name = "botocore=" if keyword.arg == "boto" else f"{keyword.arg}=" if keyword.arg else "**"
        parts.append(code(f"{name}{value}", value))
    made = code(f"dict({', '.join(part.text for part in parts)})", *parts)
    return renderer.settle(node, "logger boto", "logging", RULE, Rewrite(made, _NOTE))


def _replacement(node: ast.Constant, renderer: Renderer) -> Code | None:
    """The logger to name instead, one that does not stand beside it already."""
    start = renderer.draft.span(node).start
    quote = "'" if renderer.draft.text[start : start + 1] == "'" else '"'
    around = renderer.draft.parent(node)
    if not isinstance(around, ast.Dict | ast.List | ast.Tuple | ast.Set):
        return Code(f"{quote}{_NEW}{quote}")
    beside = around.keys if isinstance(around, ast.Dict) else around.elts
    texts = [one.value for one in beside if isinstance(one, ast.Constant)]
    free = [name for name in LOGGERS[1::-1] + LOGGERS[2:] if name not in texts]
    place = [text for text in texts if is_of_boto(text)].index(node.value)
    return Code(f"{quote}{free[place]}{quote}") if place < len(free) else None


def _is_configured(node: ast.Constant, renderer: Renderer) -> bool:
    """Is this a name among the loggers of a configuration, as logging.config.dictConfig takes it?"""
    parent = renderer.draft.parent(node)
    match parent:
        case ast.Dict(keys=keys) if node in keys:
            return _is_table(parent, renderer)
        case ast.Subscript(value=table, slice=key) if key is node:
            return _is_loggers(table)
        case ast.Call(func=ast.Attribute(value=table, attr=name), args=[first, *_]) if first is node:
            return name in _OF_KEY and _is_loggers(table)
        case _:
            return False


def _is_loggers(node: ast.expr) -> bool:
    """`CONFIG["loggers"]`."""
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and node.slice.value == "loggers"


def _is_dict(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "dict"


def _is_table(node: ast.expr, renderer: Renderer) -> bool:
    """Is this dict the value under "loggers" in another one, as it stands or by the name that it gets?"""
    parent = renderer.draft.parent(node)
    match parent:
        case ast.Dict(keys=keys, values=values) if node in values:
            key = keys[values.index(node)]
            return isinstance(key, ast.Constant) and key.value == "loggers"
        case ast.keyword(arg=name):
            return name == "loggers"
        case ast.Call(func=ast.Attribute(value=table, attr="update"), args=[first]) if first is node:
            return _is_loggers(table)
        case ast.Assign(targets=[target]):
            return _is_loggers(target) or (isinstance(target, ast.Name) and _names_table(target, renderer))
        case _:
            return False


def _names_table(target: ast.Name, renderer: Renderer) -> bool:
    """`LOGGERS = {...}`, where the configuration says `"loggers": LOGGERS`."""
    return any(
        isinstance(node, ast.Name)
        and node.id == target.id
        and isinstance(node.ctx, ast.Load)
        and _is_table(node, renderer)
        for node in ast.walk(renderer.draft.module.tree)
    )
