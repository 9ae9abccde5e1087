"""Names that became keywords: async, await, nonlocal."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import Fixer, Name, syms, token
from codemods.modernise.risks import KEYWORD

RESERVED = ("async", "await", "nonlocal")


class FixKeywordNames(Fixer):
    """`async` to `async_`, as most libraries did.

    `f(async=x)` becomes `f(**{"async": x})` unless a function of this file has that parameter: the other
    side is in code that we do not see.
    """

    PATTERN = "'async' | 'await' | 'nonlocal'"

    def start_tree(self, tree: Any, filename: str) -> None:
        """Note which parameters the file's own functions have."""
        super().start_tree(tree, filename)
        self.parameters = {
            leaf.value
            for node in tree.pre_order()
            if node.type in (syms.parameters, syms.varargslist)
            for leaf in node.leaves()
            if leaf.value in RESERVED
        }

    def match(self, node: Any) -> bool:
        """Names only: fissix's tokenizer gives the real keywords a type of their own."""
        if node.type != token.NAME or node.value not in RESERVED:
            return False
        return not (node.value == "nonlocal" and node.parent.type == syms.global_stmt)

    def transform(self, node: Any, results: dict[str, Any]) -> Any:
        """The name with an underscore."""
        call = node.parent
        if call.type == syms.argument and call.children[0] is node and node.value not in self.parameters:
            value = call.children[2].clone()
            value.prefix = ""
            call.replace(Name(f'**{{"{node.value}": {value}}}', prefix=call.prefix))
            return None
        self.note(node, KEYWORD, node.value)
        return Name(node.value + "_", prefix=node.prefix)
