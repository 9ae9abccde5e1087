"""`d.has_key(k)`."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import FixHasKey, syms


class FixMembership(FixHasKey):  # type: ignore[misc]
    """As fissix's, but `self.has_key(k)` stays in a file whose classes define has_key() and no
    `__contains__`.
    """

    def start_tree(self, tree: Any, filename: str) -> None:
        """Note which methods the file defines."""
        super().start_tree(tree, filename)
        defined = {node.children[1].value for node in tree.pre_order() if node.type == syms.funcdef}
        self.own = "has_key" in defined and "__contains__" not in defined

    def transform(self, node: Any, results: dict[str, Any]) -> Any:
        """The `in` test."""
        if self.own and str(results["before"][0]).strip() == "self" and len(results["before"]) == 1:
            return None
        return super().transform(node, results)
