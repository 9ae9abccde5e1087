"""Patterns that a test holds against the text of an error: `assertRaisesRegex(S3ResponseError, "404 Not Found")`."""

from __future__ import annotations

import ast

from codemods.inference.values import literal_of
from codemods.rewrite.errors import API, called_name, rows_of
from codemods.rewrite.render import Renderer

_ADVICE = (
    "the pattern meets botocore's text now, 'An error occurred (CODE) when calling the OPERATION operation: MESSAGE': "
    "adapt it, or look at the attributes of the error instead"
)
_NAMED = frozenset({"assertRaisesRegex", "assertRaisesRegexp", "assert_raises_regex", "assert_raises_regexp"})


def matched_text(node: ast.Call, renderer: Renderer) -> None:
    """Flags a pattern that is about more than an error's code or message, which are in both texts."""
    if len(node.args) < 1:
        return
    pattern: ast.expr | None = None
    if called_name(node) in _NAMED and len(node.args) > 1:
        pattern = node.args[1]
    elif called_name(node) == "raises":
        pattern = next((keyword.value for keyword in node.keywords if keyword.arg == "match"), None)
    rows = [row for row in rows_of(renderer.type_of(node.args[0])) if row.server]
    if pattern is None or not rows:
        return
    text = literal_of(renderer.type_of(pattern))
    if (
        text is None
        or "<" in text
        or "Error:" in text
        or any(part.isdigit() for part in text.replace(":", " ").split())
    ):
        renderer.flag(pattern, f"{API}.{rows[0].name}.__str__", "errors", "errors.__str__", _ADVICE)
