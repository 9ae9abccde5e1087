"""Error handlers: which calls they are for, and where they look at an error's code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.harden.subject import Subject

_CLIENT_ERROR = re.compile(r"botocore\.(exceptions|client)\.(ClientError)$|\.exceptions\.ClientError$")
_CODE = re.compile(r"[\w.]+\.response(\['Error'\]|\.get\('Error'[^()]*\))(\['Code'\]|\.get\('Code'[^()]*\))")


@dataclass(frozen=True)
class CodeTest:
    """A comparison of an error's code: `code == "X"`, `code in ("X", "Y")`. `codes` are the literals."""

    node: ast.Compare
    codes: tuple[ast.Constant, ...]


def catches_client_error(subject: Subject, handler: ast.ExceptHandler) -> bool:
    """True for `except ClientError`, alone or with others."""
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        each is not None and (_CLIENT_ERROR.search(subject.flow.dotted(each) or ast.unparse(each))) for each in caught
    )


def calls_in(body: list[ast.stmt]) -> Iterator[ast.Call]:
    """The calls that a block makes itself, other than those inside of functions that it defines."""
    queue: list[ast.AST] = list(body)
    while queue:
        node = queue.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            continue
        if isinstance(node, ast.Call):
            yield node
        queue += ast.iter_child_nodes(node)


def code_tests(subject: Subject, within: ast.AST) -> Iterator[CodeTest]:
    """The comparisons of error codes with literals below a node, in order."""
    for node in ast.walk(within):
        if not isinstance(node, ast.Compare) or len(node.ops) != 1:
            continue
        other = node.comparators[0]
        if isinstance(node.ops[0], ast.Eq | ast.NotEq):
            if is_code(subject, node.left) and isinstance(other, ast.Constant):
                yield CodeTest(node, (other,))
            elif is_code(subject, other) and isinstance(node.left, ast.Constant):
                yield CodeTest(node, (node.left,))
        elif (
            isinstance(node.ops[0], ast.In | ast.NotIn)
            and isinstance(other, ast.Tuple | ast.List | ast.Set)
            and is_code(subject, node.left)
        ):
            yield CodeTest(node, tuple(each for each in other.elts if isinstance(each, ast.Constant)))


def is_code(subject: Subject, node: ast.expr) -> bool:
    """True for the code of a ClientError: `e.response["Error"]["Code"]`, also by way of `.get` or a name."""
    if isinstance(node, ast.Name):
        bound = [b.node for b in subject.flow.bindings(node)]
        return (
            bool(bound)
            and all(isinstance(b, ast.expr) and not isinstance(b, ast.Name) for b in bound)
            and all(is_code(subject, b) for b in bound if isinstance(b, ast.expr))
        )
    text = ast.unparse(node).replace('"', "'")
    return _CODE.fullmatch(text) is not None
