"""Performs the edits: the only place where a file's text changes."""

from __future__ import annotations

from collections.abc import Iterable

from codemods.model import Edit
from codemods.rewrite.text import splice


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all edits applied. Raises ValueError when they overlap."""
    return splice(text, 0, edits)
