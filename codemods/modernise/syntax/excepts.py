"""`except A, e:` and `except A, (number, text):`."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import Fixer, Name, is_list, is_tuple, token
from codemods.modernise.syntax.blocks import assignment, attribute, prepend
from codemods.modernise.syntax.names import free_name, function_of


class FixExceptTarget(Fixer):
    """In place. fissix's own copies the whole try statement, and a comment twice when the target is no
    name.
    """

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
        name = free_name(function_of(node), "error")
        target.replace(Name(name, prefix=" "))
        value = attribute(name, "args") if is_tuple(target) or is_list(target) else Name(name)
        prepend(node.next_sibling.next_sibling, assignment(target, value))
