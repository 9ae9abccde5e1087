"""`try: import boto` with a clause for its absence."""

from __future__ import annotations

import ast

from codemods.rewrite.draft import Draft

_FAILURES = frozenset({"ImportError", "ModuleNotFoundError", "Exception", "BaseException"})


def guarded(statement: ast.stmt, draft: Draft) -> ast.Try | None:
    """The `try` that a statement stands in, where that is there for imports that may fail."""
    parent = draft.parent(statement)
    if not isinstance(parent, ast.Try) or statement not in parent.body:
        return None
    return parent if any(expects_failure(handler) for handler in parent.handlers) else None


def expects_failure(handler: ast.ExceptHandler) -> bool:
    """Is a clause there for imports that fail?"""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in _FAILURES) for kind in kinds)
