"""The fields of format strings, as `str.format` reads them."""

from __future__ import annotations

import ast
import re
import string

_BASE = re.compile(r"([^.\[]*)(.*)", re.DOTALL)


def fields_of(text: str, node: ast.Call) -> list[tuple[ast.expr, str]] | None:
    """The argument that each field shows and what it reads of it; None where that is not plain to see."""
    named = {keyword.arg: keyword.value for keyword in node.keywords}
    found: list[tuple[ast.expr, str]] = []
    try:
        parts = [part for part in string.Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    for _, name, spec, _ in parts:
        match = _BASE.fullmatch(name or "")
        base = match[1] if match is not None else ""
        number = int(base) if base.isdigit() else (len(found) if not base else -1)
        arg = node.args[number] if 0 <= number < len(node.args) else named.get(base)
        if arg is None or match is None or "{" in (spec or ""):
            return None
        found.append((arg, match[2]))
    return found


def is_shown_whole(call: ast.Call, node: ast.expr) -> bool:
    """Does a call of `format` show the argument itself, not members of it?"""
    match call.func:
        case ast.Attribute(value=ast.Constant(value=str(text))):
            shown = [rest for arg, rest in fields_of(text, call) or [] if arg is node]
            return not shown or "" in shown
        case _:
            return True


def renumbered(source: str, text: str, rests: list[str]) -> str | None:
    """The literal as it is written, its fields numbered by their place; None when a field is not found as it is."""
    position, made = 0, ""
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    for name, rest in zip(names, rests, strict=True):
        start = source.find("{" + name, position)
        while start >= 0 and source[start - 1 : start] == "{":
            start = source.find("{" + name, start + 2)
        if start < 0:
            return None
        made += source[position:start] + "{" + rest
        position = start + 1 + len(name)
    return made + source[position:]
