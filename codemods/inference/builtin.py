"""Models of the builtins: what they do with the values that pass through them."""

from __future__ import annotations

import ast

from codemods.inference import facts
from codemods.inference.arguments import Arguments, Calls, Model, made
from codemods.inference.attributes import get_attribute, methods_named, set_attribute
from codemods.inference.containers import update_dict
from codemods.inference.iteration import iterate
from codemods.inference.program import ROOT
from codemods.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    BotoName,
    Class,
    Container,
    Descriptor,
    Instance,
    Plain,
    Value,
    join,
    literal_of,
    plain,
)


def collected(kind: str) -> Model:
    """A model of what collects the items of its first argument."""

    def model(arguments: Arguments, calls: Calls) -> Value:
        items = iterate(arguments.get(0), calls.node, calls.frame)
        calls.call(arguments.keywords.get("key", NOTHING), Arguments([items]))
        return made(kind, items, calls)

    return model


def first_argument(arguments: Arguments, calls: Calls) -> Value:
    """A model of what gives its argument back."""
    return arguments.get(0)


def fixed(type_name: str) -> Model:
    """A model of what always gives one builtin type."""

    def model(arguments: Arguments, calls: Calls) -> Value:
        return plain(type_name)

    return model


def one_of(arguments: Arguments, calls: Calls) -> Value:
    """`max`, `min`, `next`, `random.choice`: one of the items of the first argument."""
    if len(arguments.positional) > 1 and not any(isinstance(atom, Container) for atom in arguments.get(0)):
        return join(*arguments.positional)
    items = iterate(arguments.get(0), calls.node, calls.frame)
    calls.call(arguments.keywords.get("key", NOTHING), Arguments([items]))
    return join(items, arguments.get(1), arguments.keywords.get("default", NOTHING))


def enumerated(arguments: Arguments, calls: Calls) -> Value:
    """`enumerate(items)`."""
    pair = calls.frame.new("tuple", calls.node, 1)
    calls.frame.put(pair, plain("int"), at=0)
    calls.frame.put(pair, iterate(arguments.get(0), calls.node, calls.frame), at=1)
    return made("iter", frozenset({pair}), calls)


def zipped(arguments: Arguments, calls: Calls) -> Value:
    """`zip(items, others)`, and `zip(*rows)`."""
    frame = calls.frame
    row = frame.new("tuple", calls.node, 1)
    for index, value in enumerate(arguments.positional):
        frame.put(row, iterate(value, calls.node, frame), at=index)
    for starred in arguments.starred:
        for inner in iterate(starred, calls.node, frame):
            if isinstance(inner, Container):
                frame.put(row, frame.items(inner))
    return made("iter", frozenset({row}), calls)


def mapped(arguments: Arguments, calls: Calls) -> Value:
    """`map(f, items)`."""
    items = [iterate(value, calls.node, calls.frame) for value in arguments.positional[1:]]
    calls.frame.alias(arguments.get(0))
    return made("iter", calls.call(arguments.get(0), Arguments(items)), calls)


def filtered(arguments: Arguments, calls: Calls) -> Value:
    """`filter(f, items)`."""
    items = iterate(arguments.get(1), calls.node, calls.frame)
    calls.call(arguments.get(0), Arguments([items]))
    return made("iter", items, calls)


def reduced(arguments: Arguments, calls: Calls) -> Value:
    """`reduce(f, items, start)`."""
    items = iterate(arguments.get(1), calls.node, calls.frame)
    start = arguments.get(2) or items
    return join(start, calls.call(arguments.get(0), Arguments([start, items])))


def _sum(arguments: Arguments, calls: Calls) -> Value:
    return join(iterate(arguments.get(0), calls.node, calls.frame), arguments.get(1))


def new_dict(arguments: Arguments, calls: Calls) -> Value:
    """`dict(...)`."""
    frame = calls.frame
    new = frame.new("dict", calls.node)
    for name, value in arguments.keywords.items():
        frame.put(new, value, at=name)
    for source in (*arguments.positional, *arguments.mappings):
        update_dict(new, source, calls.node, frame)
    return frozenset({new})


def _from_keys(arguments: Arguments, calls: Calls) -> Value:
    keys = iterate(arguments.get(0), calls.node, calls.frame)
    new = calls.frame.container("dict", calls.node, arguments.get(1) or NONE)
    for atom in new:
        if isinstance(atom, Container):
            calls.frame.add(facts.key(atom.site, atom.level), keys)
    return new


def _getattr(arguments: Arguments, calls: Calls) -> Value:
    owner, name = arguments.get(0), literal_of(arguments.get(1))
    if name is not None:
        return join(get_attribute(owner, name, calls.node, calls.frame), arguments.get(2))
    names = [atom.literal for atom in arguments.get(1) if isinstance(atom, Plain) and atom.literal is not None]
    if names and len(names) == len(arguments.get(1)):
        found = join(*(get_attribute(owner, each, calls.node, calls.frame) for each in sorted(names)))
        calls.frame.alias(found)
        return join(found, arguments.get(2))
    prefix = _prefix(calls.node.args[1]) if len(calls.node.args) > 1 else ""
    found = methods_named(owner, prefix, calls.node, calls.frame) if prefix else NOTHING
    calls.frame.alias(found)
    return found or UNKNOWN


def _prefix(name: ast.expr) -> str:
    """What a name that is put together begins with: `"do_%s" % x`, `"do_" + x`, `f"do_{x}"`, `"do_{}".format(x)`."""
    match name:
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod()):
            return text.partition("%")[0]
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Add()):
            return text
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            return text
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
            return text.partition("{")[0]
    return ""


def _setattr(arguments: Arguments, calls: Calls) -> Value:
    owner, name, value = arguments.get(0), literal_of(arguments.get(1)), arguments.get(2)
    if name is not None:
        set_attribute(owner, name, value, calls.frame)
        return NONE
    for atom in get_attribute(owner, "__dict__", calls.node, calls.frame):
        if isinstance(atom, Container):
            calls.frame.put(atom, value)
    return NONE


def _vars(arguments: Arguments, calls: Calls) -> Value:
    return get_attribute(arguments.get(0), "__dict__", calls.node, calls.frame)


def _import(arguments: Arguments, calls: Calls) -> Value:
    """`__import__("a.b")` gives package a, and with a `fromlist` module a.b."""
    name = literal_of(arguments.get(0, "name"))
    if name is None or not (name == ROOT or name.startswith(f"{ROOT}.")):
        return UNKNOWN
    wanted = arguments.get(3, "fromlist") - NONE
    return frozenset({BotoName(name if wanted else ROOT)})


def import_module(arguments: Arguments, calls: Calls) -> Value:
    """`importlib.import_module("a.b")` gives module a.b."""
    name = literal_of(arguments.get(0, "name"))
    if name is not None and (name == ROOT or name.startswith(f"{ROOT}.")):
        return frozenset({BotoName(name)})
    return UNKNOWN


def _new(arguments: Arguments, calls: Calls) -> Value:
    """`object.__new__(cls)`."""
    return join(NOTHING, *(frozenset({Instance(a.node)}) for a in arguments.get(0) if isinstance(a, Class)))


def described(arguments: Arguments, calls: Calls) -> Value:
    """`property(f)` and its relatives: an attribute that a function computes."""
    calls.frame.add(facts.called(calls.node), arguments.get(0, "fget"))
    return frozenset({Descriptor(calls.node)})


def _string(arguments: Arguments, calls: Calls) -> Value:
    return frozenset(atom for atom in arguments.get(0) if isinstance(atom, Plain) and atom.type == "str") or plain(
        "str"
    )


BUILTINS: dict[str, Model] = {
    "list": collected("list"),
    "tuple": collected("tuple"),
    "set": collected("set"),
    "frozenset": collected("set"),
    "sorted": collected("list"),
    "reversed": collected("iter"),
    "iter": collected("iter"),
    "enumerate": enumerated,
    "zip": zipped,
    "map": mapped,
    "filter": filtered,
    "reduce": reduced,
    "sum": _sum,
    "max": one_of,
    "min": one_of,
    "next": one_of,
    "dict": new_dict,
    "dict.fromkeys": _from_keys,
    "getattr": _getattr,
    "setattr": _setattr,
    "vars": _vars,
    "property": described,
    "staticmethod": first_argument,
    "classmethod": first_argument,
    "object.__new__": _new,
    "__import__": _import,
    "str": _string,
    "repr": fixed("str"),
    "unicode": _string,
    "int": fixed("int"),
    "len": fixed("int"),
    "float": fixed("float"),
    "bool": fixed("bool"),
    "isinstance": fixed("bool"),
    "hasattr": fixed("bool"),
    "callable": fixed("bool"),
    "any": fixed("bool"),
    "all": fixed("bool"),
    "range": fixed("range"),
}
