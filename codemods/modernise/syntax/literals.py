r"""Literals: `0777` and `10L`, `ur"..."`, and backslashes that mean something only in Python 3's strings."""

from __future__ import annotations

import re
from typing import Any

from codemods.modernise.engine import Fixer, FixNumliterals, Leaf, Number, token


class FixNumbers(FixNumliterals):  # type: ignore[misc]
    """As fissix's, and right for `0777L`, which is both."""

    def transform(self, node: Any, results: dict[str, Any]) -> Any:
        """The number as Python 3 writes it."""
        digits = node.value.rstrip("lL")
        if digits.isdigit() and digits.startswith("0") and digits.strip("0"):
            digits = "0o" + digits[1:]
        if node.next_sibling is not None and str(node.next_sibling).startswith("."):
            digits = f"({digits})"  # 7L.real
        return Number(digits, prefix=node.prefix)


class FixRawUnicode(Fixer):
    r"""`ur"..."` to `r"..."`. Python 2 still read `\u1234` in it: such a literal becomes a plain one."""

    PATTERN = "STRING"

    def match(self, node: Any) -> bool:
        """Only `ur` literals."""
        return bool(node.value[:2].lower() == "ur")

    def transform(self, node: Any, results: dict[str, Any]) -> Any:
        """The literal with the same value."""
        literal = node.value[2:]
        if not re.search(r"\\[uU]", literal):
            return Leaf(token.STRING, node.value[1:], prefix=node.prefix)
        # In a raw literal every other backslash is itself; an escape of the quote keeps it and the quote.
        plain = re.sub(r"\\(?![uU][0-9a-fA-F]{4})", r"\\\\", literal)
        plain = re.sub(r"\\\\(['\"])", r"\\\\\\\1", plain)
        return Leaf(token.STRING, "u" + plain, prefix=node.prefix)


class FixEscapes(Fixer):
    r"""`"\u0041"`, `"\U..."` and `"\N{...}"` in a str literal were six plain characters; Python 3 would
    decode them.
    """

    PATTERN = "STRING"
    ESCAPE = re.compile(r"(\\\\)|\\(?=[uUN])", re.DOTALL)

    def start_tree(self, tree: Any, filename: str) -> None:
        """Note whether the file's plain literals are unicode."""
        super().start_tree(tree, filename)
        self.unicode_literals = "unicode_literals" in tree.future_features

    def match(self, node: Any) -> bool:
        """Plain literals with such a backslash, in files that mean Python 2's strings."""
        return bool(
            not self.options["parses"]
            and not self.unicode_literals
            and node.value[0] in "'\""
            and any(not match.group(1) for match in self.ESCAPE.finditer(node.value))
        )

    def transform(self, node: Any, results: dict[str, Any]) -> Any:
        """The literal with those backslashes doubled."""
        literal = self.ESCAPE.sub(lambda match: "\\\\", node.value)
        return Leaf(token.STRING, literal, prefix=node.prefix)
