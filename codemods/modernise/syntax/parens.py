"""`[x for x in 1, 2]`."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import Fixer, Leaf, token


class FixBareTuple(Fixer):
    """Parentheses around the bare tuple that a list comprehension runs over. fissix's own sees only simple
    cases.
    """

    PATTERN = """
        comp_for< 'for' any 'in' target=testlist_safe< any ',' any* > any* >
    """

    def transform(self, node: Any, results: dict[str, Any]) -> None:
        """Add the parentheses in place."""
        target = results["target"]
        prefix, target.prefix = target.prefix, ""
        target.insert_child(0, Leaf(token.LPAR, "(", prefix=prefix))
        target.append_child(Leaf(token.RPAR, ")"))
