"""Statements at the start of a block."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import Leaf, Name, Node, syms, token


def assignment(target: Any, value: Any) -> Any:
    """`target = value`, both new or taken out of the tree."""
    target.prefix, value.prefix = "", " "
    return Node(syms.expr_stmt, [target, Leaf(token.EQUAL, "=", prefix=" "), value])


def prepend(block: Any, statement: Any) -> None:
    """Put `statement` first in a block (after its docstring), which is a suite or stands on the line of its
    header.
    """
    if block.type == syms.suite:
        line = Node(syms.simple_stmt, [statement, Leaf(token.NEWLINE, "\n")])
        first, indent = block.children[2], block.children[1].value
        if first.type == syms.simple_stmt and first.children[0].type == token.STRING:
            line.prefix = indent
            block.insert_child(3, line)
        else:
            first.prefix = indent + first.prefix
            block.insert_child(2, line)
        return
    if block.type != syms.simple_stmt:
        block = block.parent
    statement.prefix, block.prefix = block.prefix, " "
    block.insert_child(0, Leaf(token.SEMI, ";"))
    block.insert_child(0, statement)


def attribute(name: str, member: str) -> Any:
    """`name.member`."""
    return Node(syms.power, [Name(name), Node(syms.trailer, [Leaf(token.DOT, "."), Name(member)])])
