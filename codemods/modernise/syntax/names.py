"""Names for what had none."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import syms, token


def free_name(block: Any, wanted: str) -> str:
    """`wanted`, with a number when `block` has that name already."""
    taken = {leaf.value for leaf in block.leaves() if leaf.type == token.NAME}
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}{number}"
    return name


def function_of(node: Any) -> Any:
    """The function definition around `node`, or the module."""
    while node.parent is not None and node.type != syms.funcdef:
        node = node.parent
    return node


Names = str | list[Any]


def pattern_names(node: Any) -> Names:
    """The names in a tuple parameter: `(a, (b, c))` as ["a", ["b", "c"]]; mere parentheses do not count."""
    if node.type == token.NAME:
        return str(node.value)
    if node.type in (syms.vfpdef, syms.tfpdef):
        return pattern_names(node.children[1])
    return [pattern_names(child) for child in node.children if child.type != token.COMMA]


def joined(names: Names) -> str:
    """A name for the tuple as a whole: `a_b_c`."""
    return names if isinstance(names, str) else "_".join(joined(part) for part in names)
