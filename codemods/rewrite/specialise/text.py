"""A changed function as text: what did not change keeps its lines, its comments and its layout."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from codemods.rewrite.layout import LONGEST_LIMIT, fit

_STEP = "    "
_BLOCKS = ("body", "handlers", "orelse", "finalbody")


def text_of(function: ast.FunctionDef, original: str) -> str:
    """The text of `function`, a simplified copy of the one that `original` is the text of."""
    return "\n".join(_Writer(original).statement(function, ""))


class _Writer:
    """Writes statements; those that stand in the original as they are come from there."""

    def __init__(self, original: str) -> None:
        self.lines = original.splitlines()
        tree = ast.parse(original)
        self.known = {
            (type(node), node.lineno, node.col_offset): node for node in ast.walk(tree) if isinstance(node, ast.stmt)
        }

    def block(self, statements: list[ast.stmt], indent: str) -> list[str]:
        """Statements, one after the other."""
        return [line for statement in statements for line in self.statement(statement, indent)]

    def statement(self, node: ast.stmt, indent: str) -> list[str]:
        """One statement with what is in it."""
        known = self.known.get((type(node), getattr(node, "lineno", 0), getattr(node, "col_offset", 0)))
        same = known is not None and node.col_offset == len(indent)
        if same and known is not None and ast.dump(known) == ast.dump(node):
            first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
            return [*self._comments(first), *self.lines[first - 1 : node.end_lineno]]
        comments = self._comments(node.lineno) if same else []
        if not any(hasattr(node, name) for name in _BLOCKS):
            return [*comments, *_fitted(_unparsed(node), indent)]
        return [*comments, *self._compound(node, known if same else None, indent)]

    def _comments(self, line: int) -> list[str]:
        first = line
        while first > 1 and self.lines[first - 2].strip().startswith("#"):
            first -= 1
        return self.lines[first - 1 : line - 1]

    def _without_comments(self, start: int, end: int) -> list[str]:
        """Lines of a header; comments that lead to its first statement belong to that."""
        last = end - 1
        while last > start and self.lines[last - 1].strip().startswith("#"):
            last -= 1
        return self.lines[start - 1 : last]

    def _compound(self, node: ast.stmt, known: ast.stmt | None, indent: str) -> list[str]:
        lines = self._header(node, known, indent)
        lines += self.block(getattr(node, "body", []), indent + _STEP)
        for handler in getattr(node, "handlers", []):
            kind = f" {_unparsed(handler.type)}" if handler.type else ""
            name = f" as {handler.name}" if handler.name else ""
            lines += [f"{indent}except{kind}{name}:", *self.block(handler.body, indent + _STEP)]
        orelse: list[ast.stmt] = getattr(node, "orelse", [])
        if isinstance(node, ast.If) and len(orelse) == 1 and isinstance(orelse[0], ast.If):
            first, *rest = self._compound(orelse[0], None, indent)
            lines += [f"{indent}el{first.lstrip()}", *rest]
        elif orelse:
            lines += [f"{indent}else:", *self.block(orelse, indent + _STEP)]
        finalbody: list[ast.stmt] = getattr(node, "finalbody", [])
        if finalbody:
            lines += [f"{indent}finally:", *self.block(finalbody, indent + _STEP)]
        return lines

    def _header(self, node: ast.stmt, known: ast.stmt | None, indent: str) -> list[str]:
        if known is not None and _head(known) == _head(node):
            start = min([known.lineno, *(each.lineno for each in getattr(known, "decorator_list", []))])
            first: ast.stmt = known.body[0]  # type: ignore[attr-defined]
            if first.lineno > known.lineno:
                return self._without_comments(start, first.lineno)
        return _new_head(node, indent)


def _without_blocks(node: ast.stmt) -> ast.stmt:
    parts = {name: [] if name in _BLOCKS else getattr(node, name) for name in node._fields}
    return type(node)(**{**parts, "body": [ast.Pass()]})


def _head(node: ast.stmt) -> str:
    return ast.dump(_without_blocks(node))


def _new_head(node: ast.stmt, indent: str) -> list[str]:
    if isinstance(node, ast.Try):
        return [f"{indent}try:"]
    head = ast.fix_missing_locations(_without_blocks(node))
    text = _unparsed(head).rsplit("\n", 1)[0]
    return [line for part in text.split("\n") for line in _fitted(part, indent)]


def _fitted(text: str, indent: str) -> list[str]:
    return (indent + fit(text, len(indent), 0, indent, LONGEST_LIMIT, "\n")).split("\n")


def _unparsed(node: ast.AST) -> str:
    """Source text with double quotes, as the helpers have them, on every version of Python."""
    text = ast.unparse(ast.fix_missing_locations(node))
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    characters = list(text)
    for start, end in _strings(text, starts):
        quoted = re.fullmatch(r"(\w*)'([^'\"\\]*)'", text[start:end], re.DOTALL)
        if quoted:
            characters[start + len(quoted[1])] = characters[end - 1] = '"'
    return "".join(characters)


def _strings(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Where the string literals are; from Python 3.12 on an f-string is several tokens."""
    opened: list[int] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        start, end = starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]
        kind = tokenize.tok_name[token.type]
        if kind == "STRING" and not opened:
            yield start, end
        elif kind == "FSTRING_START":
            opened.append(start)
        elif kind == "FSTRING_END":
            first = opened.pop()
            if not opened:
                yield first, end
