"""What methods of containers and plain values give, and what they put into containers."""

from __future__ import annotations

import ast

from codemods.inference import facts
from codemods.inference.arguments import Arguments, Calls, made
from codemods.inference.exceptions import EXCEPTION
from codemods.inference.frame import Frame
from codemods.inference.iteration import iterate
from codemods.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    BoundExternal,
    Container,
    Other,
    Plain,
    Value,
    join,
    literal_of,
    plain,
)


def call_bound_external(method: BoundExternal, arguments: Arguments, calls: Calls) -> Value:
    """What a method of a container or a plain value gives, and what it puts into the container."""
    owner, name, frame = method.owner, method.name, calls.frame
    if isinstance(owner, Plain):
        return _plain_method(owner, name, calls)
    if name == "__init__":
        fill(owner, arguments, calls.node, frame)
        return NONE
    if owner.kind == "dict":
        return _dict_method(owner, name, arguments, calls)
    if name in ("append", "appendleft", "add", "put", "put_nowait", "push", "remove", "discard"):
        if name not in ("remove", "discard"):
            frame.put(owner, arguments.get(0, "item"))
        return NONE
    if name in ("insert", "__setitem__"):
        frame.put(owner, arguments.get(1))
        return NONE
    if name in ("extend", "update", "extendleft"):
        frame.put(owner, iterate(arguments.get(0), calls.node, frame))
        return NONE
    if name == "sort":
        for key in (arguments.keywords.get("key", NOTHING), arguments.get(0)):
            calls.call(key, Arguments([frame.items(owner)]))
        return NONE
    if name in ("pop", "popleft", "get", "get_nowait", "result", "__next__", "next", "__getitem__"):
        return frame.items(owner)
    if name == "exception" and owner.kind == "future":
        return join(frame.read(facts.entry(owner.site, owner.level, EXCEPTION)), NONE, UNKNOWN)
    if name in ("copy", "union", "difference", "intersection", "symmetric_difference"):
        others = join(NOTHING, *(iterate(value, calls.node, frame) for value in arguments.positional))
        return made(owner.kind, join(frame.items(owner), others), calls)
    if name in ("index", "count", "__len__"):
        return plain("int")
    if name == "__iter__":
        return made("iter", frame.items(owner), calls)
    if name == "reverse":
        return NONE
    return UNKNOWN


def _dict_method(owner: Container, name: str, arguments: Arguments, calls: Calls) -> Value:
    frame = calls.frame
    keys = frame.read(facts.key(owner.site, owner.level))
    if name in ("items", "iteritems", "viewitems"):
        pair = frame.new("tuple", calls.node, 1)
        frame.put(pair, keys or plain("str"), at=0)
        frame.put(pair, frame.items(owner), at=1)
        return made("iter", frozenset({pair}), calls)
    if name in ("values", "itervalues", "viewvalues"):
        return made("iter", frame.items(owner), calls)
    if name in ("keys", "iterkeys", "viewkeys"):
        return made("iter", keys or plain("str"), calls)
    if name == "__setitem__":
        frame.add(facts.key(owner.site, owner.level), arguments.get(0))
        frame.put(owner, arguments.get(1), at=literal_of(arguments.get(0)))
        return NONE
    if name in ("__iter__", "__len__"):
        return made("iter", keys or plain("str"), calls) if name == "__iter__" else plain("int")
    if name in ("get", "pop", "setdefault", "__getitem__"):
        place = literal_of(arguments.get(0))
        if name == "setdefault":
            frame.put(owner, arguments.get(1), at=place)
        found = frame.at(owner, place) if place is not None else frame.items(owner)
        default = arguments.get(1) if len(arguments.positional) > 1 else (NONE if name == "get" else NOTHING)
        return join(found, default)
    if name == "popitem":
        pair = frame.new("tuple", calls.node, 1)
        frame.put(pair, frame.items(owner), at=1)
        return frozenset({pair})
    if name == "update":
        for source in (*arguments.positional, *arguments.mappings):
            update_dict(owner, source, calls.node, frame)
        for keyword, value in arguments.keywords.items():
            frame.put(owner, value, at=keyword)
        return NONE
    if name == "copy":
        copied = frame.new("dict", calls.node)
        update_dict(copied, frozenset({owner}), calls.node, frame)
        return frozenset({copied})
    if name == "has_key":
        return plain("bool")
    return UNKNOWN


_SPLITTERS = {
    "split": "list",
    "rsplit": "list",
    "splitlines": "list",
    "partition": "tuple",
    "rpartition": "tuple",
}
_STRING_METHODS = {
    "encode": "bytes",
    "decode": "str",
    "startswith": "bool",
    "endswith": "bool",
    "isdigit": "bool",
    "find": "int",
    "rfind": "int",
    "index": "int",
    "count": "int",
}


def _plain_method(owner: Plain, name: str, calls: Calls) -> Value:
    if owner.type in ("str", "bytes") and name in _SPLITTERS:
        return made(_SPLITTERS[name], plain(owner.type), calls)
    if owner.type in ("str", "bytes"):
        return plain(_STRING_METHODS.get(name, owner.type))
    return UNKNOWN


def fill(owner: Container, arguments: Arguments, node: ast.AST, frame: Frame) -> None:
    """What the constructor of a container does with its arguments."""
    for source in (*arguments.positional[:1], *arguments.mappings):
        if owner.kind == "dict":
            update_dict(owner, source, node, frame)
        else:
            frame.put(owner, iterate(source, node, frame))


def update_dict(target: Container, source: Value, node: ast.AST, frame: Frame) -> None:
    """Put what a mapping, or an iterable of pairs, holds into a dict."""
    for atom in source:
        if atom == target:
            continue
        if isinstance(atom, Container) and atom.kind == "dict":
            frame.add(facts.key(target.site, target.level), frame.read(facts.key(atom.site, atom.level)))
            for name in frame.literal_keys(atom):
                frame.put(target, frame.read(facts.entry(atom.site, atom.level, name)), at=name)
            rest = frame.read(facts.elsewhere(atom.site, atom.level))
            if rest:
                frame.put(target, rest)
            frame.add(facts.more(target.site, target.level), frame.read(facts.more(atom.site, atom.level)))
        elif isinstance(atom, Container):
            for pair in frame.items(atom):
                if isinstance(pair, Container):
                    frame.add(facts.key(target.site, target.level), frame.at(pair, 0))
                    frame.put(target, frame.at(pair, 1))
                else:
                    frame.add(facts.more(target.site, target.level), UNKNOWN)
        elif atom is not Other.NONE:
            frame.add(facts.more(target.site, target.level), UNKNOWN)
