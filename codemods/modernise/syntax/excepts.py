"""`except A, e:` and `except A, (number, text):`."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import Fixer, Leaf, Name, Node, is_list, is_tuple, syms, token


class FixExceptTarget(Fixer):
    """In place. fissix's own copies the whole try statement, and a comment twice when the target is no name."""

    PATTERN = """
        except_clause< 'except' any comma=',' target=any >
    """

    def transform(self, node: Any, results: dict[str, Any]) -> None:
        """Write `as`; a target that is no name is assigned in the first statement of the block."""
        target = results["target"]
        results["comma"].replace(Name("as", prefix=" "))
        if target.type == token.NAME:
            target.prefix = target.prefix or " "
            return
        name = self.new_name("error")
        value: Any = Name(name, prefix=" ")
        if is_tuple(target) or is_list(target):
            value = Node(syms.power, [value, Node(syms.trailer, [Leaf(token.DOT, "."), Name("args")])])
        target.replace(Name(name, prefix=" "))
        target.prefix = ""
        assignment = Node(syms.expr_stmt, [target, Leaf(token.EQUAL, "=", prefix=" "), value])
        _prepend(node.next_sibling.next_sibling, assignment)


def _prepend(block: Any, statement: Any) -> None:
    """Put `statement` first in a block, which is a suite or stands on the line of its header."""
    if block.type == syms.suite:
        first = block.children[2]
        first.prefix = block.children[1].value + first.prefix
        block.insert_child(2, Node(syms.simple_stmt, [statement, Leaf(token.NEWLINE, "\n")]))
        return
    if block.type != syms.simple_stmt:
        block = block.parent
    statement.prefix, block.prefix = block.prefix, " "
    block.insert_child(0, Leaf(token.SEMI, ";"))
    block.insert_child(0, statement)
