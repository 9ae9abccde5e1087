"""What calling boto 2's own methods, classes and functions gives."""

from __future__ import annotations

import ast
import inspect

from codemods.catalog.errors import error_row
from codemods.catalog.schema import BotoClass, Form, Helped, Member
from codemods.catalog.types import names_in, parse_type
from codemods.inference.arguments import Arguments
from codemods.inference.attributes import is_attribute
from codemods.inference.frame import Frame
from codemods.inference.values import NOTHING, UNKNOWN, Boto, BotoMethod, BotoName, Caught, Value, botos, join


def call_method(method: BotoMethod, node: ast.AST, frame: Frame) -> Value:
    """What calling a method of a boto 2 object gives."""
    owner, name = method.owner, method.name
    row = frame.analysis.catalog.member(owner.cls, name)
    if row is None or is_attribute(row):
        if owner.cls in frame.analysis.catalog.classes:
            return UNKNOWN
        return frozenset({Boto(f"{owner.cls}.{name}", node, name, owner.connection, owner.evidence)})
    gives = gives_of(row, node, frame.analysis.catalog.classes[owner.cls])
    return frame.made(gives, node, f"{owner.cls}.{name}", owner)


def gives_of(row: Member, node: ast.AST, cls: BotoClass) -> str:
    """The type that a call of a row's method gives: a narrower one where it leaves out what the type depends on."""
    if not isinstance(row, Helped) or not row.gives_without or not isinstance(node, ast.Call):
        return row.gives
    if any(keyword.arg is None for keyword in node.keywords) or any(isinstance(a, ast.Starred) for a in node.args):
        return row.gives
    leading = int(row.client) + int(cls.form is not Form.CLIENT)
    names = list(inspect.signature(row.helper).parameters)[leading:]
    given = {*names[: len(node.args)], *(keyword.arg for keyword in node.keywords)}
    return next((narrow for parameter, narrow in row.gives_without.items() if parameter not in given), row.gives)


def construct(name: BotoName, arguments: Arguments, node: ast.Call, frame: Frame) -> Value:
    """What calling a class or a function of boto 2 gives."""
    if node in frame.analysis.settled:
        return UNKNOWN
    catalog = frame.analysis.catalog
    cls = catalog.class_named(name.name)
    if cls is not None:
        source = _source_of(arguments)
        if cls.form is Form.CLIENT:
            return frozenset({Boto(cls.short, node, f"{cls.short}.__init__", node)})
        if cls.form is Form.PLAIN:
            return frame.made(cls.alias, node, f"{cls.short}.__init__", source)
        return frozenset({Boto(cls.short, node, f"{cls.short}.__init__", source.connection if source else None)})
    found = catalog.function(name.name)
    if found is not None:
        makes_connection = any(
            short in catalog.classes and catalog.classes[short].form is Form.CLIENT
            for short in names_in(parse_type(found[1].gives))
        )
        return frame.made(found[1].gives, node, name.name, None if makes_connection else _source_of(arguments))
    unbound = _unbound_method(name, arguments, node, frame)
    if unbound is not None:
        return unbound
    if error_row(name.name) is not None:
        return frozenset({Caught(frozenset({name.name}))})
    if name.name.rpartition(".")[2][:1].isupper() and "xception" in name.name:
        return UNKNOWN
    parts = name.name.split(".")
    for count in range(2, len(parts)):
        held = catalog.function(".".join(parts[:count]))
        if held is not None and is_attribute(held[1]):
            return UNKNOWN  # in what boto 2 only handed on: `boto.compat.urllib.parse.quote(...)`
    return frozenset({Boto(name.name, node, name.name, node)})


def _unbound_method(name: BotoName, arguments: Arguments, node: ast.Call, frame: Frame) -> Value | None:
    """`Bucket.delete_key(bucket, name)`: a method called through its class."""
    owner, _, method = name.name.rpartition(".")
    cls = frame.analysis.catalog.class_named(owner)
    if cls is None:
        return None
    receivers = botos(arguments.positional[0]) if arguments.positional else []
    return join(NOTHING, *(call_method(BotoMethod(receiver, method), node, frame) for receiver in receivers))


def _source_of(arguments: Arguments) -> Boto | None:
    """The first boto 2 object among the arguments: what is made belongs to the same connection."""
    for value in arguments.everything():
        for atom in botos(value):
            return atom
    return None
