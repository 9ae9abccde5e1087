"""Connections whose making a program guards against missing credentials.

boto 2 looked for credentials when a connection was made (boto/auth.py, `get_auth_handler`), boto3 looks at the first
request. Where a block catches `NoAuthHandlerFound`, or catches everything around nothing but the making of a
connection, the new code looks at once, too: in the block itself, and in the functions that it calls.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.inference.values import BotoName

_ERRORS = ("NoAuthHandlerFound", "TooManyAuthHandlerReadyToAuthenticate")
_BROAD = frozenset({"Exception", "BaseException", "StandardError"})


def guarded_calls(analysis: Analysis) -> frozenset[ast.Call]:
    """All calls that can run while the program is ready to hear that there are no credentials."""
    found: set[ast.Call] = set()
    for module in analysis.program.modules.values():
        if any(name in module.source.text for name in _ERRORS):
            for body in _guarded_blocks(module, analysis):
                _collect(body, analysis, found)
        for node in ast.walk(module.tree):
            match node:
                case ast.Try(body=[ast.Assign(value=ast.Call() as call) | ast.Return(value=ast.Call() as call)]):
                    if any(_is_broad(handler) for handler in node.handlers):
                        found.add(call)
    return frozenset(found)


def _collect(body: Iterable[ast.AST], analysis: Analysis, found: set[ast.Call]) -> None:
    for call in _calls(body):
        if call not in found:
            found.add(call)
            for callee in analysis.callees.get(call, {}):
                if isinstance(callee, ast.FunctionDef | ast.AsyncFunctionDef):
                    _collect(callee.body, analysis, found)


def _calls(body: Iterable[ast.AST]) -> Iterator[ast.Call]:
    return (node for part in body for node in ast.walk(part) if isinstance(node, ast.Call))


def _guarded_blocks(module: ModuleFile, analysis: Analysis) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Try):
            if any(one.type is not None and _names_it(one.type, analysis) for one in node.handlers):
                yield node.body
        elif isinstance(node, ast.With | ast.AsyncWith):  # assertRaises and pytest.raises
            managers = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
            if any(_names_it(argument, analysis) for manager in managers for argument in manager.args):
                yield node.body


def _names_it(node: ast.expr, analysis: Analysis) -> bool:
    return any(
        isinstance(atom, BotoName) and atom.name.endswith(_ERRORS)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Name | ast.Attribute)
        for atom in analysis.type_of(inner)
    )


def _is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (isinstance(handler.type, ast.Name) and handler.type.id in _BROAD)
