"""Where is what an expression gives looped over, once and at once?"""

from __future__ import annotations

import ast

from codemods.rewrite.draft import Draft

_ITERATING = frozenset(
    """
    list tuple set frozenset sorted enumerate iter reversed any all sum max min zip map filter dict next
    """.split()
)


def is_iterated(node: ast.expr, draft: Draft) -> bool:
    """True for what a loop, a comprehension or a builtin like `list` takes; nothing else can see it afterwards."""
    parent = draft.parent(node)
    match parent:
        case ast.For(iter=iterated) | ast.AsyncFor(iter=iterated) | ast.comprehension(iter=iterated):
            return iterated is node
        case ast.YieldFrom() | ast.Starred():
            return True
        case ast.Call(func=ast.Name(id=name)) if name in _ITERATING:
            position = parent.args.index(node) if node in parent.args else -1
            return position >= (1 if name in ("map", "filter") else 0) and (name != "next" or position == 0)
        case ast.Call(func=ast.Attribute(attr="extend" | "from_iterable" | "chain" | "join")):
            return node in parent.args
        case ast.Assign(targets=[ast.Tuple() | ast.List()], value=unpacked):
            return unpacked is node
        case _:
            return False
