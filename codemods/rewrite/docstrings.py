"""Types of boto 2 that docstrings name: the text says what arrives now."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codemods.catalog.schema import BotoClass, Form
from codemods.model import Edit, Span, Status
from codemods.rewrite.draft import Decision, Draft

RULE = "types.docstring"
_NAME = re.compile(r"\bboto(?:\.\w+)+")


def docstring_edits(draft: Draft) -> list[Edit]:
    """Edits for the dotted names of boto 2's classes in the docstrings of a file."""
    edits: list[Edit] = []
    if not draft.view.settings.enabled(RULE):
        return edits
    for node in _docstrings(draft.module.tree):
        span = draft.span(node)
        for match in _NAME.finditer(draft.text, span.start, span.end):
            cls = draft.view.catalog.class_named(match[0])
            if cls is None:
                continue
            after = _described(cls, draft)
            edits.append(Edit(Span(match.start(), match.end()), after))
            draft.decide(Decision(node, match[0], "types", Status.REWRITTEN, RULE, "", after))
    return edits


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and ast.get_docstring(node, clean=False) is not None:
                yield first.value


def _described(cls: BotoClass, draft: Draft) -> str:
    """What stands for objects of a class, as documentation names it."""
    if cls.form is Form.CLIENT:
        carried = draft.view.styles.carries_client(cls)
        return "boto3.resources.base.ServiceResource" if carried else "botocore.client.BaseClient"
    if draft.view.styles.carries_client(cls):
        return "boto3.resources.base.ServiceResource"
    return {Form.NAME: "str", Form.RECORD: "dict"}.get(cls.form, "dict" if cls.alias.startswith("{") else "list")
