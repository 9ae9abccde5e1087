"""Writes a changed function as text: what is unchanged keeps its own lines, comments included."""

from __future__ import annotations

import ast
import copy
import textwrap

from codemods.rewrite.layout import LONGEST_LIMIT, fit
from codemods.rewrite.text import quoted

_PLACE = "_string_{}_"


def reprint(function: ast.FunctionDef, text: str) -> str:
    """`function`, which was made from the parse of `text`, as source text."""
    return "\n".join(_Printer(text).function(function, ""))


class _Printer:
    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        tree = ast.parse(text)
        self._before = {
            (node.lineno, node.col_offset, type(node)): node for node in ast.walk(tree) if isinstance(node, ast.stmt)
        }
        self._text = text

    def function(self, node: ast.FunctionDef, indent: str) -> list[str]:
        """The lines of a function."""
        return [*self._head(node, indent), *self._body(node.body, indent + "    ")]

    def _body(self, statements: list[ast.stmt], indent: str) -> list[str]:
        lines: list[str] = []
        for position, statement in enumerate(statements):
            beside = position and isinstance(statements[position - 1], ast.FunctionDef)
            if position and (beside or isinstance(statement, ast.FunctionDef)):
                lines.append("")
            lines += self._statement(statement, indent)
        return lines

    def _original(self, node: ast.stmt) -> ast.stmt | None:
        if not hasattr(node, "lineno"):
            return None
        return self._before.get((node.lineno, node.col_offset, type(node)))

    def _statement(self, node: ast.stmt, indent: str) -> list[str]:
        original = self._original(node)
        above = self._comments_above(original, indent) if original is not None else []
        if original is not None and ast.dump(original) == ast.dump(node):
            lines = self._lines[original.lineno - 1 : original.end_lineno]
            return above + _moved(lines, indent)
        if not isinstance(node, ast.If | ast.For | ast.While | ast.With | ast.Try | ast.FunctionDef):
            return above + self._fitted(self._unparsed(node), indent)
        return above + self._compound(node, indent)

    def _compound(
        self, node: ast.If | ast.For | ast.While | ast.With | ast.Try | ast.FunctionDef, indent: str
    ) -> list[str]:
        deeper = indent + "    "
        if isinstance(node, ast.FunctionDef):
            return self.function(node, indent)
        lines = [*self._head(node, indent), *self._body(node.body, deeper)]
        for handler in getattr(node, "handlers", []):
            shown = ast.ExceptHandler(handler.type, handler.name, [])
            head = "except" + (f" {ast.unparse(shown.type)}" if shown.type else "")
            head += f" as {shown.name}" if shown.name else ""
            lines += [f"{indent}{head}:", *self._body(handler.body, deeper)]
        orelse = getattr(node, "orelse", [])
        if isinstance(node, ast.If) and len(orelse) == 1 and isinstance(orelse[0], ast.If):
            inner = self._compound(orelse[0], indent)
            return [*lines, f"{indent}el{inner[0].lstrip()}", *inner[1:]]
        if orelse:
            lines += [f"{indent}else:", *self._body(orelse, deeper)]
        if getattr(node, "finalbody", []):
            lines += [f"{indent}finally:", *self._body(node.finalbody, deeper)]  # type: ignore[union-attr]
        return lines

    def _head(self, node: ast.stmt, indent: str) -> list[str]:
        """The lines of a compound statement before its body."""
        if isinstance(node, ast.Try):
            return [f"{indent}try:"]
        bare = _without_body(node)
        original = self._original(node)
        if original is not None and ast.dump(_without_body(original)) == ast.dump(bare):
            first = original.body[0]  # type: ignore[attr-defined]
            lines = self._lines[original.lineno - 1 : first.lineno - 1]
            while lines and lines[-1].lstrip().startswith("#"):
                lines.pop()
            return _moved(lines, indent)
        text = self._unparsed(bare).rsplit(":", 1)[0] + ":"
        return self._fitted(text, indent)

    def _comments_above(self, node: ast.stmt, indent: str) -> list[str]:
        found: list[str] = []
        number = node.lineno - 2
        while number >= 0 and self._lines[number].lstrip().startswith("#"):
            found.insert(0, indent + self._lines[number].lstrip())
            number -= 1
        return found

    def _unparsed(self, node: ast.AST) -> str:
        """The text of a node, with its strings in the original's quotes."""
        strings: dict[str, str] = {}
        text = ast.unparse(ast.fix_missing_locations(_Placing(strings, self._text).visit(copy.deepcopy(node))))
        for place, string in strings.items():
            text = text.replace(place, string)
        return text

    def _fitted(self, text: str, indent: str) -> list[str]:
        return (indent + fit(text, len(indent), 0, indent, LONGEST_LIMIT, "\n")).split("\n")


def _moved(lines: list[str], indent: str) -> list[str]:
    """The lines of a statement at another depth; an `elif` starts as an `if`."""
    moved = textwrap.dedent("\n".join(lines)).removeprefix("el" if lines[0].lstrip().startswith("elif ") else "")
    return [indent + line if line else line for line in moved.split("\n")]


class _Placing(ast.NodeTransformer):
    """Puts names in the place of strings, and remembers which."""

    def __init__(self, strings: dict[str, str], text: str) -> None:
        self._strings = strings
        self._text = text

    def _placed(self, node: ast.expr, text: str) -> ast.Name:
        place = _PLACE.format(len(self._strings))
        self._strings[place] = text
        return ast.Name(place, ast.Load())

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return self._placed(node, quoted(node.value)) if isinstance(node.value, str) else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        segment = ast.get_source_segment(self._text, node) if hasattr(node, "lineno") else None
        if segment is None or ast.dump(ast.parse(segment, mode="eval").body) != ast.dump(node):
            return node
        return self._placed(node, segment)


def _without_body(node: ast.stmt) -> ast.stmt:
    bare = copy.deepcopy(node)
    for name in ("body", "orelse", "finalbody"):
        if getattr(bare, name, None):
            setattr(bare, name, [ast.Pass()] if name == "body" else [])
    assert isinstance(bare, ast.stmt)
    return bare
