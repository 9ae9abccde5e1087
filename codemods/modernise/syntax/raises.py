"""`raise E, value` and `raise E, value, traceback`."""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import (
    ArgList,
    Call,
    FixRaise,
    Leaf,
    Name,
    Node,
    is_tuple,
    parenthesize,
    syms,
    token,
)
from codemods.modernise.risks import STRING_EXCEPTION, Note
from codemods.modernise.syntax.names import function_of


class FixRaiseStatement(FixRaise):  # type: ignore[misc]
    """As fissix's, but a value that is an exception already is raised as it is.

    `raise info[0], info[1], info[2]` after `info = sys.exc_info()` is how Python 2 re-raised with a
    traceback; fissix makes `info[0](info[1])` of it, an exception around the exception.
    """

    PATTERN = """
        raise_stmt< 'raise' exc=any [',' val=any [',' tb=any]] >
    """

    def transform(self, node: Any, results: dict[str, Any]) -> Any:
        """The raise statement of Python 3."""
        kind, value, trace = results["exc"], results.get("val"), results.get("tb")
        while is_tuple(kind) and len(kind.children) == 3 and kind.children[1].type == syms.testlist_gexp:
            kind = kind.children[1].children[0]  # raise (A, B), x raised A
        text = next(kind.leaves()).type == token.STRING and kind.type in (
            token.STRING,
            syms.atom,
            syms.term,
            syms.arith_expr,
        )
        if value is None and kind is results["exc"] and not text:
            return None
        if text and self.options["parses"]:
            return None
        if text:
            self.log.append(Note(node.get_lineno(), STRING_EXCEPTION))
            made = Call(Name("Exception"), _arguments(kind, value))
        elif value is None or (value.type == token.NAME and value.value == "None"):
            made = _operand(kind)
        elif _is_instance(kind, value):
            made = _operand(value)
        elif _is_rest(value):
            made = Call(_operand(kind), [Leaf(token.STAR, "*"), Name(value.value)])
        else:
            made = Call(_operand(kind), _arguments(value))
        made.prefix = " "
        if trace is not None and not (trace.type == token.NAME and trace.value == "None"):
            argument = trace.clone()
            argument.prefix = ""
            method = Node(syms.trailer, [Leaf(token.DOT, "."), Name("with_traceback")])
            made = Node(syms.power, [made, method, ArgList([argument])])
        return Node(syms.raise_stmt, [Name("raise"), made], prefix=node.prefix)


def _operand(node: Any) -> Any:
    """A copy of `node` that can be called."""
    copy = node.clone()
    copy.prefix = ""
    return copy if copy.type in (token.NAME, syms.power, syms.atom) else parenthesize(copy)


def _arguments(*values: Any) -> list[Any]:
    """The arguments that Python 2 gave the exception class: a tuple is spread."""
    arguments: list[Any] = []
    for value in values:
        if value is None:
            continue
        parts = [value]
        if value.type == syms.atom and value.children[0].value == "(":
            inner = value.children[1]
            if inner.type == token.RPAR:
                parts = []
            elif inner.type == syms.testlist_gexp and any(c.type == token.COMMA for c in inner.children):
                parts = [child for child in inner.children if child.type != token.COMMA]
            else:
                parts = [inner]
        for part in parts:
            argument = part.clone()
            if arguments:
                arguments.append(Leaf(token.COMMA, ","))
                argument.prefix = argument.prefix if "\n" in argument.prefix else " "
            else:
                argument.prefix = argument.prefix if "\n" in argument.prefix else ""
            arguments.append(argument)
    return arguments


def _is_rest(value: Any) -> bool:
    """True for the `args` of `def f(*args)`: a tuple, which Python 2 spread."""
    function = function_of(value)
    if value.type != token.NAME or function.type != syms.funcdef:
        return False
    stars = [leaf for leaf in function.children[2].leaves() if leaf.type == token.STAR]
    return any(star.next_sibling is not None and star.next_sibling == Name(value.value) for star in stars)


def _is_instance(kind: Any, value: Any) -> bool:
    """True when `value` is the exception itself: `info[0], info[1]`, `e.__class__, e`, or names from
    exc_info().
    """
    left, right = str(kind).strip(), str(value).strip()
    if left.endswith("[0]") and right == left[:-3] + "[1]":
        return True
    if left in (f"{right}.__class__", f"type({right})"):
        return True
    if kind.type != token.NAME or value.type != token.NAME:
        return False
    return any(_unpacks_exc_info(statement, left, right) for statement in function_of(value).pre_order())


def _unpacks_exc_info(statement: Any, kind: str, value: str) -> bool:
    """True for `kind, value, anything = sys.exc_info()`."""
    if statement.type != syms.expr_stmt or not str(statement.children[-1]).strip().endswith("exc_info()"):
        return False
    names = [leaf.value for leaf in statement.children[0].leaves() if leaf.type == token.NAME]
    return names[:2] == [kind, value]
