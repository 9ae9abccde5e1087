"""Binding: what assignments do to names, attributes, items, and several of them at once."""

from __future__ import annotations

import ast

from codemods.inference import expressions, facts
from codemods.inference.arguments import Arguments
from codemods.inference.attributes import get_attribute, set_attribute
from codemods.inference.calls import Caller
from codemods.inference.families import container_base
from codemods.inference.frame import Frame
from codemods.inference.iteration import iterate
from codemods.inference.paths import forget_attribute, forget_below, path_of
from codemods.inference.stand_ins import stored_in
from codemods.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    Boto,
    BotoMethod,
    Container,
    External,
    Instance,
    Other,
    Plain,
    Value,
    join,
    literal_of,
)


def assign(target: ast.expr, value: Value, frame: Frame) -> None:
    """Bind `value` to a target: a name, an attribute, an item, or several of them at once."""
    match target:
        case ast.Name():
            frame.note(target, value)
            bind_name(target.id, value, frame)
        case ast.Attribute():
            owner = expressions.evaluate(target.value, frame)
            frame.note(target, value)
            set_attribute(owner, target.attr, stored_in(owner, target.attr, value, frame), frame)
            _follow(target, value, frame)
        case ast.Subscript():
            _assign_item(target, value, frame)
        case ast.Tuple() | ast.List():
            _unpack(target, value, frame)
        case ast.Starred():
            assign(target.value, frame.container("list", target, value), frame)


def bind_name(name: str, value: Value, frame: Frame) -> None:
    """Bind a name in the scope that it belongs to."""
    owner = frame.scope.owner(name) or frame.scope
    told = frame.analysis.told.get((owner.node, name))
    if told is not None and not value - set(Other):
        value = told | (value & NONE)
    value = frame.analysis.hinted.get((owner.node, name), value)
    if owner is frame.scope and frame.env is not None:
        frame.env[name] = value
        forget_below(name, frame.env)
    frame.add(facts.variable(frame.home(owner.node), name), value)
    if isinstance(owner.node, ast.ClassDef):
        frame.add(facts.attribute(owner.node, name), value)


def _follow(target: ast.Attribute, value: Value, frame: Frame) -> None:
    """Know an attribute for the statements that come next."""
    path = path_of(target)
    if frame.env is None:
        return
    forget_attribute(target.attr, frame.env)
    if path is not None and value and Other.UNKNOWN not in value:
        frame.env[path] = value


def _assign_item(target: ast.Subscript, value: Value, frame: Frame) -> None:
    owner = expressions.evaluate(target.value, frame)
    place: object = None
    if isinstance(target.slice, ast.Slice):
        expressions.evaluate_parts(target.slice, frame)
        value = iterate(value, target, frame)
    else:
        keys = expressions.evaluate(target.slice, frame)
        place = literal_of(keys)
        for atom in owner:
            if isinstance(atom, Container) and atom.kind == "dict":
                general = frozenset(Plain(key.type) if isinstance(key, Plain) else key for key in keys)
                frame.add(facts.key(atom.site, atom.level), general)
    frame.note(target, value)
    for atom in owner:
        if isinstance(atom, Container):
            frame.put(atom, value, at=place)
        elif isinstance(atom, Instance):
            held = container_base(atom.node, frame)
            if held is not None:
                frame.put(held, value, at=place)
            setter = get_attribute(frozenset({atom}), "__setitem__", target, frame)
            Caller(frame, frame.call_at(target)).call(setter, Arguments([UNKNOWN, value]))
        elif isinstance(atom, External):
            frame.analysis.handed_to.add(atom.name)
        elif isinstance(atom, Boto):
            frame.add(facts.bag(atom.cls, "[]"), value)


def _unpack(target: ast.Tuple | ast.List, value: Value, frame: Frame) -> None:
    for index, element in enumerate(target.elts):
        part: Value = NOTHING
        for atom in value:
            if (
                isinstance(atom, Container)
                and not isinstance(element, ast.Starred)
                and atom.kind in ("tuple", "record")
            ):
                part = join(part, frame.at(atom, index))
            elif isinstance(atom, BotoMethod):
                part = join(part, UNKNOWN)
            else:
                part = join(part, iterate(frozenset({atom}), target, frame))
        assign(element, part, frame)
