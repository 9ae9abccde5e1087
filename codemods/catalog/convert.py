"""Converters: how an argument that boto 2 took becomes the type that botocore insists on.

Each writes the plainest code that is right for what the inference knows of the argument: nothing at all where the
type already fits, a literal where the value is written in the source, a helper call where it is unknown.
"""

from __future__ import annotations

import ast

from codemods.catalog.schema import NO_LITERAL, Argument, Converter, Use
from codemods.code import Binding, Code, code
from codemods.emitted import common


def _as_list(argument: Argument, use: Use) -> Code:
    if argument.is_literal and isinstance(argument.literal, str):
        return code(f"[{argument.code}]", argument.code)
    if argument.only("list", "tuple") and not argument.may_be_none:
        return argument.code
    if argument.only("str") and not argument.may_be_none:
        return code(f"[{argument.code}]", argument.code)
    return use.call(common._as_list, argument.code)


def _text(argument: Argument, use: Use) -> Code:
    if argument.only("str"):
        return argument.code
    if argument.is_literal:
        return Code(repr(str(argument.literal)))
    return code(f"str({argument.code})", argument.code)


def _integer(argument: Argument, use: Use) -> Code:
    if argument.only("int") or argument.literal is None:
        return argument.code
    if argument.is_literal and isinstance(argument.literal, str) and argument.literal.lstrip("-").isdigit():
        return Code(str(int(argument.literal)))
    return code(f"int({argument.code})", argument.code)


def _flag(argument: Argument, use: Use) -> Code:
    if argument.only("bool") or argument.literal is None:
        return argument.code
    return code(f"bool({argument.code})", argument.code)


def _filter_value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _filters(argument: Argument, use: Use) -> Code:
    """A dict literal with literal names becomes the list that it stands for; anything else goes through a helper."""
    node = _as_dict(argument.node)
    if not isinstance(node, ast.Dict) or not all(
        isinstance(key, ast.Constant) and isinstance(key.value, str) for key in node.keys
    ):
        return use.call(common._filters, argument.code)
    entries: list[str] = []
    parts: list[Code] = []
    for key, value_node in zip(node.keys, node.values, strict=True):
        assert isinstance(key, ast.Constant) and isinstance(key.value, str)
        name = key.value if key.value.startswith("tag:") else key.value.replace("_", "-")
        value = use.argument(value_node)
        if isinstance(value_node, ast.List):
            elements = [_filter_element(use.argument(element), use) for element in value_node.elts]
            parts += elements
            values = f"[{', '.join(element.text for element in elements)}]"
        elif value.only("list") and not value.may_be_none:
            parts.append(value.code)
            values = value.code.text
        elif value.is_literal or value.only("str", "int", "bool", "float"):
            parts.append(_filter_element(value, use))
            values = f"[{parts[-1]}]"
        else:
            return use.call(common._filters, argument.code)
        entries.append(f'{{"Name": {_quoted(name)}, "Values": {values}}}')
    return code(f"[{', '.join(entries)}]", *parts)


def _as_dict(node: ast.expr) -> ast.expr:
    """A list of pairs as the dict that boto 2 made of it; anything else as it is."""
    if not isinstance(node, ast.List | ast.Tuple):
        return node
    pairs = [pair.elts for pair in node.elts if isinstance(pair, ast.Tuple | ast.List) and len(pair.elts) == 2]
    names = [pair[0].value for pair in pairs if isinstance(pair[0], ast.Constant)]
    if not pairs or len(names) != len(node.elts) or len(set(names)) != len(names):
        return node
    return ast.Dict([pair[0] for pair in pairs], [pair[1] for pair in pairs])


def _filter_element(value: Argument, use: Use) -> Code:
    if value.is_literal and value.literal is not NO_LITERAL and not isinstance(value.literal, str):
        return Code(_quoted(_filter_value(value.literal)))
    if value.only("str"):
        return value.code
    if value.only("int", "float", "str"):
        return code(f"str({value.code})", value.code)
    return code(f"str({value.code})", value.code)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _joined(argument: Argument, use: Use) -> Code:
    return code(f"{argument.code.term} or []", argument.code, binding=Binding.LOOSE)


as_list = Converter(_as_list, takes_none=True)
"""One value or several, None for none: always a list."""

or_empty = Converter(_joined, takes_none=True)
"""A list or None: always a list."""

text = Converter(_text)
"""Anything that boto 2 formatted into the request: a str."""

integer = Converter(_integer)
"""A number that may have been written as a str."""

flag = Converter(_flag)
"""A truth value of any type: a bool."""

filters = Converter(_filters, takes_none=True)
"""boto 2's filter dict: the Filters list, with names and values as the EC2 API wants them."""


def id_of(short: str, member: str) -> Converter:
    """A parameter that took an object of class `short` or its id."""

    def render(argument: Argument, use: Use) -> Code:
        if argument.classes == frozenset({short}) and argument.only(short):
            return use.member(member, argument)
        if short not in argument.classes and argument.known:
            return argument.code
        return argument.code if not argument.classes else use.member(member, argument)

    return Converter(render)
