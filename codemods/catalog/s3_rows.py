"""Rows and pieces of rows that several S3 tables need."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable

from codemods.catalog.schema import (
    Argument,
    BotoClass,
    Converter,
    Field,
    Form,
    Idiom,
    Manual,
    Member,
    Outcome,
    Param,
    Rewrite,
    Use,
)
from codemods.code import Code, code
from codemods.emitted import s3_names

HEADERS = Param("headers", refused="boto3 takes no headers here; give the parameter of the client call that is meant")

NOT_PUBLIC = "this is an inner part of boto 2 that boto3 has no counterpart for; call the client for what it was for"

PARSING: tuple[Member, ...] = (
    Manual("startElement", "botocore parses the answers of S3; delete the code that drives boto 2's XML parser"),
    Manual("endElement", "botocore parses the answers of S3; delete the code that drives boto 2's XML parser"),
)
"""boto 2's classes were their own XML parsers."""

TO_XML = Manual("to_xml", "boto3 takes dicts instead of XML; hand this dict to the client call that needs it", "str")


def manual_attributes(advice: str, *names: str) -> tuple[Manual, ...]:
    """Attributes that a person has to replace, all for the same reason."""
    return tuple(Manual(name, advice, attribute=True) for name in names)


def manual_methods(advice: str, *names: str) -> tuple[Manual, ...]:
    """Methods that a person has to replace, all for the same reason."""
    return tuple(Manual(name, advice) for name in names)


def itself(name: str, gives: str = "str") -> Idiom:
    """An attribute that is the object itself: the name of a bucket, the ACL of a policy."""
    return Idiom(name, lambda use: Rewrite(use.member("")), gives=gives, attribute=True)


def client_of(name: str = "connection") -> Idiom:
    """An attribute that is the connection."""
    return Idiom(name, lambda use: Rewrite(use.client()), gives="s3.Connection", attribute=True)


def _object_name(argument: Argument, use: Use) -> Code:
    return object_name(argument, use)


def object_name(argument: Argument, use: Use) -> Code:
    """The name of an object as boto 2 put it into a URL: folded where it is written in the source."""
    if isinstance(argument.literal, str):
        folded = re.sub("/+", "/", argument.literal).lstrip("/")
        return argument.code if folded == argument.literal else Code(f'"{folded}"')
    return use.call(s3_names._key, argument.code)


def new_name(argument: Argument | None, use: Use) -> Code:
    """The name of a new key, checked as boto 2 checked it where nobody can see that it is not empty."""
    if argument is None:
        return use.call(s3_names._named, Code("None"))
    return argument.code if is_named(argument, use) else use.call(s3_names._named, argument.code)


def named_object(argument: Argument, use: Use) -> Code:
    """The name of an object in a URL, where boto 2 refused an empty one."""
    plain = is_named(argument, use) or (argument.only("str") and not argument.may_be_none and not argument.is_literal)
    return object_name(argument, use) if plain else use.call(s3_names._key, new_name(argument, use))


def is_named(argument: Argument, use: Use) -> bool:
    """True when a name cannot be empty: some of it is written in the source, or it is the name of a key."""
    node = argument.node
    if argument.only("s3.Key"):
        return True
    match node:
        case ast.Constant():
            return bool(argument.literal) and argument.is_literal
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return is_named(use.argument(left), use) or is_named(use.argument(right), use)
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod()):
            return bool(re.sub(r"%(\(\w*\))?[-#0 +]*[\d.*]*[a-zA-Z]", "", text))
        case ast.JoinedStr(values=parts):
            return any(isinstance(part, ast.Constant) and part.value for part in parts)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
            return bool(re.sub(r"\{[^{}]*\}", "", text))
        case ast.Call(func=ast.Attribute(attr="join", value=ast.Attribute(attr="path")), args=args):
            return any(is_named(use.argument(part), use) for part in args if not isinstance(part, ast.Starred))
        case ast.Attribute(value=owner, attr="name" | "key"):
            return use.argument(owner).only("s3.Key")
        case _:
            return argument.is_literal and bool(argument.literal)


OBJECT_NAME = Converter(_object_name)
"""A parameter that is an object's name on its way into a URL."""


def constructed(*pairs: tuple[str, str]) -> Idiom:
    """An object made by hand: the dict of the members that are given; pairs of parameter and member, in order."""

    def expand(use: Use) -> Outcome:
        parts, entries = [], []
        for name, member in pairs:
            argument = use.arguments.get(name)
            if member and argument is not None and argument.literal is not None:
                parts.append(argument.code)
                entries.append(f'"{member}": {argument.code}')
        return Rewrite(code(f"{{{', '.join(entries)}}}", *parts))

    return Idiom("__init__", expand, tuple(Param(name) for name, _ in pairs))


def _kept(name: str) -> Callable[[Use], Outcome]:
    def expand(use: Use) -> Outcome:
        given = [argument.code for argument in use.arguments.values()]
        record = use.member("")
        return Rewrite(code(f"{record.operand}.{name}({', '.join(map(str, given))})", record, *given))

    return expand


def list_class(name: str, short: str, item: str, members: Iterable[Member], also: tuple[str, ...] = ()) -> BotoClass:
    """A class that boto 2 derived from list: a list stands for it, so what lists can do stays as it is."""
    own = tuple(members)
    made = Idiom("__init__", lambda use: Rewrite(Code("[]")))
    listed = (
        Field("__iter__", "", gives=f"iter {item}"),
        Field("__getitem__", "", gives=item),
        Field("__len__", "", gives="int"),
        Idiom("append", _kept("append"), (Param("item", required=True),), "none"),
        Idiom("extend", _kept("extend"), (Param("items", required=True),), "none"),
        Idiom("insert", _kept("insert"), (Param("index", required=True), Param("item", required=True)), "none"),
        Idiom("remove", _kept("remove"), (Param("item", required=True),), "none"),
        Idiom("pop", _kept("pop"), (Param("index"),), item),
    )
    return BotoClass(name, short, Form.RECORD, (made, *listed, *PARSING, TO_XML, *own), also=also)
