"""Which exceptions an except clause names, and what is caught there."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.inference.families import sorted_atoms
from codemods.inference.frame import Frame
from codemods.inference.values import (
    NOTHING,
    BotoMethod,
    BotoName,
    Caught,
    Class,
    Container,
    External,
    Function,
    Instance,
    Value,
    join,
)

ANY_ERROR = "boto.exception.BotoServerError"
"""What is taken to be caught where boto 2 is called and everything is caught."""

EXCEPTION = "<exception>"
"""Where a future keeps what its call raised."""

HANDLED = "<handled>"
"""The name under which an environment keeps the exception that is being handled: what sys.exc_info() gives."""

_EXPECTING = frozenset({"raises", "assertRaises", "assertRaisesRegex", "assertRaisesRegexp", "assert_raises"})


def own_exceptions(value: Value, frame: Frame) -> Value:
    """Objects of the program's own exceptions that a clause names, those derived from boto 2's included."""
    inside = [frame.items(atom) for atom in value if isinstance(atom, Container)]
    return frozenset(Instance(atom.node) for atom in join(value, *inside) if isinstance(atom, Class))


def is_broad(value: Value) -> bool:
    """True for `Exception` and its like."""
    broad = {"builtins.Exception", "builtins.BaseException", "builtins.StandardError"}
    return any(isinstance(atom, External) and atom.name in broad for atom in value)


def calls_boto(body: Sequence[ast.AST], frame: Frame) -> bool:
    """Does a block call boto 2, as far as is known by now?"""
    return any(
        isinstance(atom, BotoMethod)
        for statement in body
        for node in ast.walk(statement)
        if isinstance(node, ast.Call)
        for atom in frame.analysis.type_of(node.func)
    )


_OF_SERVICES = frozenset({"error_code", "error_message", "request_id"})
"""What only errors of services have: a handler that reads one of these expects them from wherever it may be."""


def expects_boto(handler: ast.ExceptHandler, body: list[ast.stmt], frame: Frame) -> bool:
    """Can a broad clause get errors of boto 2, as far as is known by now: from the block, or from what it calls?"""
    asks = any(
        (isinstance(node, ast.Attribute) and node.attr in _OF_SERVICES)
        or (isinstance(node, ast.Constant) and node.value in _OF_SERVICES)
        for statement in handler.body
        for node in ast.walk(statement)
    )
    ahead: list[ast.AST] = list(body)
    seen: set[ast.AST] = set()
    while ahead:
        for node in ast.walk(ahead.pop()):
            callee = frame.analysis.type_of(node.func) if isinstance(node, ast.Call) else NOTHING
            if any(isinstance(atom, BotoMethod) for atom in callee):
                return True
            used = callee | frame.analysis.type_of(node) if asks and isinstance(node, ast.expr) else NOTHING
            for atom in used:
                # Of an object any method may run: by an operator, a property, a loop.
                if isinstance(atom, Function | Instance) and atom.node not in seen:
                    seen.add(atom.node)
                    ahead.append(atom.node)
    return False


def exception_names(value: Value, frame: Frame) -> list[str]:
    """The boto 2 names that an except clause mentions, tuples opened."""
    names = []
    for atom in sorted_atoms(value):
        if isinstance(atom, BotoName):
            names.append(atom.name)
        elif isinstance(atom, Container):
            names += exception_names(frame.items(atom), frame)
    return names


def expected(node: ast.expr, frame: Frame) -> Value:
    """What `pytest.raises(S3ResponseError)` gives: the exception is its `value`, in unittest its `exception`."""
    if not isinstance(node, ast.Call) or not node.args:
        return NOTHING
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    names = exception_names(frame.analysis.type_of(node.args[0]), frame) if name in _EXPECTING else []
    return frozenset({Caught(frozenset(names))}) if names else NOTHING
