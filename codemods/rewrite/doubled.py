"""What is known of mocks: the names under which they are told what to answer, and asked what they were called with."""

from __future__ import annotations

import ast

from codemods.rewrite.draft import Draft

MAKERS = ("Mock", "MagicMock", "NonCallableMock", "NonCallableMagicMock", "create_autospec")
ANSWERS = frozenset({"return_value", "side_effect"})
ASSERTIONS = frozenset(
    """
    assert_called assert_called_once assert_called_with assert_called_once_with assert_any_call assert_has_calls
    assert_not_called reset_mock
    """.split()
)
ASKED = frozenset({"called", "call_args", "call_args_list", "call_count", "mock_calls", "method_calls"})
ASKED_OF_DOUBLES = ANSWERS | ASSERTIONS | ASKED


def enclosing_function(node: ast.AST, draft: Draft) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The function that a node stands in."""
    current = draft.parent(node)
    while current is not None and not isinstance(current, ast.FunctionDef | ast.AsyncFunctionDef):
        current = draft.parent(current)
    return current
