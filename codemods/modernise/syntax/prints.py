"""print statements: `print x`, `print x,`, `print >>file, x`, bare `print`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from codemods.modernise.engine import Call, FixPrint, Leaf, Name, Node, parenthesize, syms, token
from codemods.modernise.risks import PRINT_SPACE, Note
from codemods.modernise.syntax.names import function_of


class FixPrintStatement(FixPrint):  # type: ignore[misc]
    """As fissix's, but `print (a + b)` stays as it is, and Python 2's "softspace" is kept where it can be
    seen.

    Python 2 wrote no space after an item that ended in white space other than a space.
    """

    def start_tree(self, tree: Any, filename: str) -> None:
        """Note whether print is a function in this file."""
        super().start_tree(tree, filename)
        self.is_function = "print_function" in tree.future_features

    def transform(self, node: Any, results: dict[str, Any]) -> Any:
        """The call that does what the statement did."""
        if "bare" in results:
            for bare in () if self.is_function else [child for child in node.children if child == Name("print")]:
                bare.replace(Call(Name("print"), [], prefix=bare.prefix))
            return None
        items = node.children[1:]
        if len(items) == 1 and items[0].type == syms.atom and items[0].children[0].value == "(":
            self._parenthesised(items[0])
            return None
        target = None
        if items[0].type == token.RIGHTSHIFT:
            target, items = items[1], items[3:]
        comma = bool(items) and items[-1].type == token.COMMA
        if comma:
            items.pop()
        arguments = [item.clone() for item in items]
        if arguments:
            arguments[0].prefix = ""
        values = items[::2]
        separators = [_ends_in_break(value) for value in values[:-1]]
        if any(separators):
            if all(separators):
                self._keyword(arguments, "sep", Leaf(token.STRING, '""'))
            else:
                self.log.append(Note(node.get_lineno(), PRINT_SPACE))
        if comma:
            broken = _ends_in_break(values[-1]) or _is_line(values[-1])
            self._keyword(arguments, "end", Leaf(token.STRING, '""' if broken else '" "'))
        if target is not None:
            self._keyword(arguments, "file", target.clone())
        return Call(Name("print"), arguments, prefix=node.prefix)

    def _parenthesised(self, atom: Any) -> None:
        """`print (x)`: already right, unless it printed a tuple."""
        inner = atom.children[1]
        is_tuple = inner.type == token.RPAR or any(
            child.type == token.COMMA for child in inner.children if inner.type == syms.testlist_gexp
        )
        # A file that Python 3 can read as well may mean the function: there the call stays.
        if is_tuple and not self.options["parses"]:
            spare = atom.clone()
            spare.prefix = ""
            opened = parenthesize(spare)
            opened.prefix = "" if atom.prefix.isspace() else atom.prefix
            atom.replace(opened)

    def _keyword(self, arguments: list[Any], name: str, value: Any) -> None:
        value.prefix = ""
        argument = Node(syms.argument, [Name(name), Leaf(token.EQUAL, "="), value])
        if arguments:
            arguments.append(Leaf(token.COMMA, ","))
            argument.prefix = " "
        arguments.append(argument)


def _ends_in_break(node: Any) -> bool:
    """True when the item's text surely ends in white space that is no space: "a\\n", "%s\\t" % x, x +
    "\\n".
    """
    while node.type in (syms.term, syms.arith_expr, syms.atom):
        operator = node.children[1] if len(node.children) > 1 else None
        if node.type == syms.term:
            if operator is None or operator.value != "%" or len(node.children) != 3:
                return False
            node = node.children[0]
        elif node.type == syms.atom and node.children[0].value == "(":
            node = node.children[1]
        else:
            node = node.children[-1]
    if node.type != token.STRING:
        return False
    try:
        value = ast.literal_eval(node.value)
    except (SyntaxError, ValueError):
        return False
    return isinstance(value, str) and value[-1:].isspace() and not value.endswith(" ")


SPLIT = re.compile(r"split|strip|range\(|^\s*[\[({'\"]")
"""What gives lines without their line ends, or no lines at all."""

LINES = re.compile(
    r"\b(?:open|file|readlines|xreadlines|fileinput\.input|fdopen|popen|StringIO)\(|\.std(?:in|out|err)\b"
)
"""What gives lines with their line ends."""

KEEPING_END = frozenset("decode encode expandtabs lower lstrip replace swapcase title upper".split())
"""Methods that leave the end of a line where it is."""


def _is_line(node: Any) -> bool:
    """True for the variable of a loop over a file, for what readline() gave, and for both after
    line.replace(...).
    """
    if node.type == syms.power and all(str(part)[0] in ".(" for part in node.children[1:]):
        methods = [str(part.children[1]) for part in node.children[1:] if part.children[0].type == token.DOT]
        return KEEPING_END.issuperset(methods) and _is_line(node.children[0])
    if node.type != token.NAME:
        return False
    sources = [str(source) for source in _sources(node, node.value)]
    if node.value == "line" and sources and not any(SPLIT.search(source) for source in sources):
        return True
    for name in [source.strip() for source in sources]:
        sources += [str(source) for source in _sources(node, name)] if name.isidentifier() else []
    return any(LINES.search(source) or source.rstrip().endswith(".readline()") for source in sources)


def _sources(node: Any, name: str) -> Iterator[Any]:
    """What the loop around `node` goes through with the variable `name`, else all that the variable is
    given.
    """
    loop = node.parent
    while loop is not None and not _loops(loop, name):
        loop = loop.parent
    if loop is not None:
        yield loop.children[3]
        return
    for statement in function_of(node).pre_order():
        if _loops(statement, name):
            yield statement.children[3]
        elif statement.type == syms.expr_stmt and str(statement.children[0]).strip() == name:
            yield statement.children[-1]
        elif statement.type == syms.with_item and str(statement.children[-1]).strip() == name:
            yield statement.children[0]


def _loops(statement: Any, name: str) -> bool:
    """True for `for name in ...:`."""
    return statement.type == syms.for_stmt and str(statement.children[1]).strip() == name
