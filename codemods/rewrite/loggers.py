"""boto 2's loggers by name: `logging.getLogger("boto")`, and "boto" among the loggers of a logging configuration."""

from __future__ import annotations

import ast

from codemods.catalog.logging import logger_names
from codemods.catalog.schema import Rewrite
from codemods.code import Code, code
from codemods.inference.values import External
from codemods.rewrite.render import Renderer

RULE = "logging.logger"
_NEW = Code('"botocore"')
_NOTE = "boto3 logs to botocore, boto3, s3transfer and urllib3; set the others up too where their messages matter"


def boto_logger(node: ast.Call, renderer: Renderer) -> Code | None:
    """`logging.getLogger("boto")`: the logger that most of its messages come from now."""
    if External("logging.getLogger") not in renderer.type_of(node.func) or len(node.args) != 1:
        return None
    name = node.args[0]
    if not isinstance(name, ast.Constant) or not isinstance(name.value, str) or not logger_names(name.value):
        return None
    func = renderer.render(node.func)
    made = code(f"{func.operand}({_NEW})", func)
    return renderer.settle(node, f"logger {name.value}", "logging", RULE, Rewrite(made, _NOTE))


def configured_logger(node: ast.Constant, renderer: Renderer) -> Code | None:
    """`{"loggers": {"boto": ...}}`, as logging.config.dictConfig takes it."""
    if not isinstance(node.value, str) or not logger_names(node.value):
        return None
    inner = renderer.draft.parent(node)
    outer = renderer.draft.parent(inner) if isinstance(inner, ast.Dict) and node in inner.keys else None
    if not isinstance(outer, ast.Dict) or inner not in outer.values:
        return None
    key = outer.keys[outer.values.index(inner)]
    if not isinstance(key, ast.Constant) or key.value != "loggers":
        return None
    return renderer.settle(node, f"logger {node.value}", "logging", RULE, Rewrite(_NEW, _NOTE))


def listed_logger(node: ast.Constant, renderer: Renderer) -> Code | None:
    """`for name in ("boto", "requests"): logging.getLogger(name)`."""
    if not isinstance(node.value, str) or not logger_names(node.value):
        return None
    names = renderer.draft.parent(node)
    if not isinstance(names, ast.Tuple | ast.List | ast.Set) or not _gives_loggers(names, renderer):
        return None
    others = [one.value for one in names.elts if isinstance(one, ast.Constant) and one is not node]
    new = _NEW if "botocore" not in others else Code('"boto3"')
    if new.text.strip('"') in others:
        return None
    return renderer.settle(node, f"logger {node.value}", "logging", RULE, Rewrite(new, _NOTE))


def _gives_loggers(names: ast.expr, renderer: Renderer) -> bool:
    """Is `logging.getLogger` called with each of some names, where they stand or under the name that they get?"""
    known = {ast.unparse(names)}
    parent = renderer.draft.parent(names)
    if isinstance(parent, ast.Assign):
        known |= {ast.unparse(target) for target in parent.targets}
    for loop in ast.walk(renderer.draft.module.tree):
        if isinstance(loop, ast.For | ast.comprehension) and ast.unparse(loop.iter) in known:
            scope = loop if isinstance(loop, ast.For) else renderer.draft.parent(loop)
            target = ast.unparse(loop.target)
            if scope is not None and any(_asks_for(call, target, renderer) for call in ast.walk(scope)):
                return True
    return False


def _asks_for(call: ast.AST, name: str, renderer: Renderer) -> bool:
    return (
        isinstance(call, ast.Call)
        and External("logging.getLogger") in renderer.type_of(call.func)
        and [ast.unparse(argument) for argument in call.args] == [name]
    )
