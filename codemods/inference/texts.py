"""Texts that are put together of known texts: `verb + "_instances"`, `"%s_instances" % verb`, f"{verb}_instances"."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from codemods.inference.values import Value, join, literals_of, plain

_MOST = 24
"""With more texts than this, what they are put together to says nothing."""


def put_together(operator: ast.operator, left: Value, right: Value) -> Value | None:
    """What two strings can be put together to, when all of both are known; None when they are not."""
    starts, ends = literals_of(left), literals_of(right)
    if not 0 < len(starts) * len(ends) <= _MOST:
        return None
    made: frozenset[str] = frozenset()
    if isinstance(operator, ast.Add):
        made = frozenset(first + second for first in starts for second in ends)
    elif isinstance(operator, ast.Mod) and all(first.count("%") == first.count("%s") == 1 for first in starts):
        made = frozenset(first.replace("%s", second) for first in starts for second in ends)
    return _texts(made, starts | ends)


def joined(parts: Iterable[Value]) -> Value:
    """What the parts of an f-string can be put together to."""
    texts, known = frozenset({""}), frozenset[str]()
    several = 0
    for part in parts:
        several += 1
        literals = literals_of(part)
        known |= literals
        texts = frozenset(text + more for text in texts for more in literals) if len(texts) <= _MOST else frozenset()
    return _texts(texts, known if several > 1 else frozenset()) or plain("str")


def _texts(texts: frozenset[str], parts: frozenset[str]) -> Value | None:
    if not texts or len(texts) > _MOST or not texts.isdisjoint(parts):  # what is its own part grows in a loop
        return None
    return join(*(plain("str", text) for text in sorted(texts)))
