"""What a `for` loop over a value binds."""

from __future__ import annotations

import ast

from codemods.inference import facts
from codemods.inference.attributes import enter, get_attribute
from codemods.inference.copies import generator, units_of
from codemods.inference.families import container_base
from codemods.inference.frame import Frame
from codemods.inference.values import (
    NOTHING,
    UNKNOWN,
    Boto,
    Container,
    Function,
    Instance,
    Other,
    Plain,
    Value,
    join,
    plain,
)


def iterate(value: Value, node: ast.AST, frame: Frame) -> Value:
    """What a `for` loop over `value` binds."""
    result: Value = NOTHING
    for atom in value:
        match atom:
            case Container(kind="dict"):
                result = join(result, frame.read(facts.key(atom.site, atom.level)) or plain("str"))
            case Container():
                result = join(result, frame.items(atom))
            case Plain(type="str" | "bytes"):
                result = join(result, plain(atom.type))
            case Boto():
                result = join(result, _iterate_boto(atom, node, frame))
            case Instance():
                result = join(result, _iterate_instance(atom, node, frame))
            case Other.NONE:
                pass
            case _:
                result = join(result, UNKNOWN)
    return result


def _iterate_boto(atom: Boto, node: ast.AST, frame: Frame) -> Value:
    row = frame.analysis.catalog.member(atom.cls, "__iter__")
    if row is None:
        if atom.cls in frame.analysis.catalog.classes:
            return UNKNOWN
        return frozenset({Boto(f"{atom.cls}[]", node, "__iter__", atom.connection, atom.evidence)})
    made = frame.part(row.gives, node, f"{atom.cls}.__iter__", atom)
    return join(*(frame.items(inner) for inner in made if isinstance(inner, Container)), NOTHING)


def _iterate_instance(atom: Instance, node: ast.AST, frame: Frame) -> Value:
    for name in ("__iter__", "__getitem__"):
        found = [
            method for method in get_attribute(frozenset({atom}), name, node, frame) if isinstance(method, Function)
        ]
        if not found:
            continue
        given = join(NOTHING, *(_given(method, node, frame) for method in found))
        if name == "__getitem__":
            return given
        iterators = [inner for inner in given if isinstance(inner, Instance)]
        rest = given - frozenset(iterators)
        return join(iterate(rest, node, frame), *(_stepped(inner, node, frame) for inner in iterators))
    base = container_base(atom.node, frame)
    return iterate(frozenset({base}), node, frame) if base is not None else UNKNOWN


def _given(method: Function, node: ast.AST, frame: Frame) -> Value:
    is_generic = method.node in frame.analysis.generic
    units = units_of(method.node, frame.analysis) if is_generic else [enter(method, node, frame)]
    if frame.analysis.scopes[method.node].is_generator:
        return frozenset(generator(unit) for unit in units)
    return join(NOTHING, *(frame.read(facts.returned(unit)) for unit in units))


def _stepped(iterator: Instance, node: ast.AST, frame: Frame) -> Value:
    """What an object with `__next__` (`next` in Python 2) gives."""
    for name in ("__next__", "next"):
        methods = get_attribute(frozenset({iterator}), name, node, frame)
        values = [_given(method, node, frame) for method in methods if isinstance(method, Function)]
        if values:
            return join(*values)
    return NOTHING
