"""The value of each kind of expression."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from typing import Any

from codemods.inference import copies, facts, targets
from codemods.inference.arguments import Arguments
from codemods.inference.attributes import bases_of, first_parameter, get_attribute
from codemods.inference.calls import Caller
from codemods.inference.containers import update_dict
from codemods.inference.families import container_base
from codemods.inference.frame import Frame
from codemods.inference.iteration import iterate
from codemods.inference.module_names import star_import
from codemods.inference.narrowing import narrow, switched
from codemods.inference.paths import path_of
from codemods.inference.program import ROOT
from codemods.inference.tasks import awaited
from codemods.inference.texts import joined, put_together
from codemods.inference.truth import deciding
from codemods.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    Boto,
    BotoName,
    Class,
    Container,
    External,
    Function,
    Instance,
    Other,
    Partial,
    Plain,
    Value,
    join,
    literal_of,
    plain,
)

_BUILTINS = frozenset(dir(builtins)) | {
    "unicode",
    "basestring",
    "xrange",
    "raw_input",
    "reduce",
    "long",
    "unichr",
}


def evaluate(node: ast.expr, frame: Frame) -> Value:
    """The value of an expression here and now; remembered as its type."""
    handler = _HANDLERS.get(type(node))
    value = handler(node, frame) if handler is not None else evaluate_parts(node, frame)
    return frame.note(node, value)


def evaluate_parts(node: ast.AST, frame: Frame) -> Value:
    """Evaluate all expressions inside of one whose own value nobody can tell."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            evaluate(child, frame)
        elif not isinstance(child, ast.expr_context | ast.operator):
            evaluate_parts(child, frame)
    return UNKNOWN


def _name(node: ast.Name, frame: Frame) -> Value:
    name = node.id
    owner = frame.scope.owner(name)
    if owner is frame.scope and isinstance(owner.node, ast.ClassDef) and name not in (frame.env or {}):
        owner = owner.around_class(name) or owner
    if owner is not None and (owner.node, name) in frame.analysis.hinted:
        return frame.analysis.hinted[owner.node, name]
    if owner is None:
        starred = star_import(frame.module, name, frame)
        if starred:
            return starred
        if name == ROOT:  # the text is pasted into modules that import it
            return frozenset({BotoName(ROOT)})
        return frozenset({External(f"builtins.{name}")}) if name in _BUILTINS else UNKNOWN
    if owner is frame.scope and frame.env is not None and name in frame.env:
        here = frame.env[name]
        return (
            here if name not in owner.shared else join(here, frame.read(facts.variable(frame.home(owner.node), name)))
        )
    value = frame.read(facts.variable(frame.home(owner.node), name))
    if isinstance(owner.node, ast.ClassDef):
        value = join(value, frame.read(facts.attribute(owner.node, name)))
    if not value and owner.outer is None:
        value = star_import(frame.module, name, frame)
    return value


def _constant(node: ast.Constant, frame: Frame) -> Value:
    if node.value is None:
        return NONE
    if isinstance(node.value, str):
        return plain("str", node.value)
    if node.value is Ellipsis:
        return UNKNOWN
    if node.value is True or node.value is False:
        return plain("bool", str(node.value))
    return plain(type(node.value).__name__)


def _attribute(node: ast.Attribute, frame: Frame) -> Value:
    owner = evaluate(node.value, frame)
    path = path_of(node)
    if path is not None and frame.env is not None and path in frame.env:
        return frame.env[path]
    return get_attribute(owner, node.attr, node, frame)


def _call(node: ast.Call, frame: Frame) -> Value:
    value = _called(node, frame)
    if _may_run_the_program(frame.analysis.type_of(node.func), node, frame):
        frame.forget_paths()
    return value


def _may_run_the_program(callee: Value, node: ast.Call, frame: Frame) -> bool:
    """False for calls that cannot change attributes of the program's objects."""
    for atom in callee:
        if isinstance(atom, Function | Class | Instance | Partial) or atom is Other.UNKNOWN:
            return True
    arguments = (*node.args, *(keyword.value for keyword in node.keywords))
    return any(
        isinstance(atom, Function | Instance | Class | Partial)
        for argument in arguments
        for atom in frame.analysis.type_of(argument)
    )


def _called(node: ast.Call, frame: Frame) -> Value:
    callee = evaluate(node.func, frame)
    arguments = Arguments()
    for argument in node.args:
        if isinstance(argument, ast.Starred):
            arguments.starred.append(frame.note(argument, evaluate(argument.value, frame)))
        else:
            arguments.positional.append(evaluate(argument, frame))
    for keyword in node.keywords:
        value = evaluate(keyword.value, frame)
        if keyword.arg is None:
            arguments.mappings.append(value)
        else:
            arguments.keywords[keyword.arg] = value
    if External("builtins.super") in callee:
        return _super(arguments, frame)
    return Caller(frame, node).call(callee, arguments)


def _super(arguments: Arguments, frame: Frame) -> Value:
    for atom in arguments.get(0):
        if isinstance(atom, Class):
            return bases_of(atom.node, arguments.get(1))
    node: ast.AST | None = frame.copy.node if frame.copy is not None else frame.scope.node
    while node is not None:
        cls = frame.analysis.class_of.get(node)
        if cls is not None:
            first = first_parameter(node)  # type: ignore[arg-type]
            return bases_of(cls, frame.read(facts.parameter(frame.home(node), first)) if first else NOTHING)
        node = frame.module.parents.get(node)
    return UNKNOWN


def _sequence(kind: str) -> Callable[[Any, Frame], Value]:
    def handler(node: ast.List | ast.Tuple | ast.Set, frame: Frame) -> Value:
        made = frame.new(kind, node)
        starred = False
        for index, element in enumerate(node.elts):
            if isinstance(element, ast.Starred):
                starred = True
                frame.put(made, iterate(evaluate(element.value, frame), element, frame))
            else:
                frame.put(made, evaluate(element, frame), at=None if starred or kind == "set" else index)
        return frozenset({made})

    return handler


def _dict(node: ast.Dict, frame: Frame) -> Value:
    made = frame.new("dict", node)
    for key, value_node in zip(node.keys, node.values, strict=True):
        value = evaluate(value_node, frame)
        if key is None:
            update_dict(made, value, node, frame)
            continue
        keys = evaluate(key, frame)
        frame.add(facts.key(node, made.level), frozenset(Plain(a.type) if isinstance(a, Plain) else a for a in keys))
        frame.put(made, value, at=literal_of(keys))
    return frozenset({made})


def _subscript(node: ast.Subscript, frame: Frame) -> Value:
    owner = evaluate(node.value, frame)
    index = node.slice
    place: object = None
    if isinstance(index, ast.Slice):
        evaluate_parts(index, frame)
    else:
        at = evaluate(index, frame)
        place = literal_of(at)
        if isinstance(index, ast.Constant) and isinstance(index.value, int):
            place = index.value
    result: Value = NOTHING
    for atom in owner:
        match atom:
            case Container():
                if isinstance(index, ast.Slice):
                    result = result | {atom}
                elif place is None:
                    result = join(result, frame.items(atom))
                else:
                    result = join(result, frame.at(atom, place))
            case Plain(type="str" | "bytes"):
                result = result | {Plain(atom.type)}
            case Boto():
                result = join(result, _boto_item(atom, node, frame))
            case Instance():
                result = join(result, _instance_item(atom, place, node, frame))
            case Other.NONE:
                pass
            case _:
                result = join(result, UNKNOWN)
    return result


def _instance_item(atom: Instance, place: object, node: ast.Subscript, frame: Frame) -> Value:
    call = frame.call_at(node)
    getter = get_attribute(frozenset({atom}), "__getitem__", node, frame)
    held = container_base(atom.node, frame)
    if held is None:
        return Caller(frame, call).call(getter, Arguments([UNKNOWN])) if getter else UNKNOWN
    items = frame.items(held) if place is None else frame.at(held, place)
    missing = get_attribute(frozenset({atom}), "__missing__", node, frame)
    methods = frozenset(method for method in getter | missing if isinstance(method, Function))
    return join(items, Caller(frame, call).call(methods, Arguments([UNKNOWN])))


def _boto_item(atom: Boto, node: ast.AST, frame: Frame) -> Value:
    row = frame.analysis.catalog.member(atom.cls, "__getitem__")
    if row is not None:
        return frame.made(row.gives, node, f"{atom.cls}.__getitem__", atom)
    if atom.cls in frame.analysis.catalog.classes:
        return UNKNOWN
    return frozenset({Boto(f"{atom.cls}[]", node, "__getitem__", atom.connection, atom.evidence)})


def _binary(node: ast.BinOp, frame: Frame) -> Value:
    left, right = evaluate(node.left, frame), evaluate(node.right, frame)
    text = put_together(node.op, left, right)
    if text is not None:
        return text
    containers = [atom for atom in (*left, *right) if isinstance(atom, Container)]
    if containers and isinstance(node.op, ast.Add | ast.BitOr | ast.Sub | ast.BitAnd | ast.Mult):
        made = frame.new(containers[0].kind, node)
        for atom in containers:
            frame.put(made, frame.items(atom))
        return frozenset({made})
    if isinstance(node.op, ast.Mod | ast.Add) and any(isinstance(a, Plain) and a.type == "str" for a in left):
        return plain("str")
    if isinstance(node.op, ast.Add) and any(isinstance(a, Plain) and a.type == "str" for a in right):
        return plain("str")
    numbers = {atom.type for atom in (*left, *right) if isinstance(atom, Plain)}
    if numbers and numbers <= {"int", "float"}:
        is_float = "float" in numbers or isinstance(node.op, ast.Div)
        return plain("float" if is_float else "int")
    return UNKNOWN


def _boolean(node: ast.BoolOp, frame: Frame) -> Value:
    result: Value = NOTHING
    before = dict(frame.env) if frame.env is not None else None
    for operand in node.values:
        value = evaluate(operand, frame)
        result = join(result, value if operand is node.values[-1] else deciding(node.op, value, frame))
        narrow(operand, frame, isinstance(node.op, ast.And))
    frame.env = before
    return result


def _conditional(node: ast.IfExp, frame: Frame) -> Value:
    evaluate(node.test, frame)
    before = dict(frame.env) if frame.env is not None else None
    chosen = switched(node.test, frame)
    narrow(node.test, frame, True)
    then = evaluate(node.body, frame)
    frame.env = dict(before) if before is not None else None
    narrow(node.test, frame, False)
    otherwise = evaluate(node.orelse, frame)
    frame.env = before
    if chosen is not None:
        return then if chosen else otherwise
    return join(then, otherwise)


def _compare(node: ast.Compare, frame: Frame) -> Value:
    evaluate(node.left, frame)
    for operand in node.comparators:
        evaluate(operand, frame)
    return plain("bool")


def _unary(node: ast.UnaryOp, frame: Frame) -> Value:
    value = evaluate(node.operand, frame)
    return plain("bool") if isinstance(node.op, ast.Not) else value


def _text(node: ast.JoinedStr, frame: Frame) -> Value:
    parts: list[Value] = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            value = evaluate(part.value, frame)
            if part.format_spec is not None:
                evaluate(part.format_spec, frame)
            parts.append(value if part.conversion == -1 and part.format_spec is None else UNKNOWN)
        else:
            parts.append(evaluate(part, frame))
    return joined(parts)


def _lambda(node: ast.Lambda, frame: Frame) -> Value:
    for default in (*node.args.defaults, *node.args.kw_defaults):
        if default is not None:
            evaluate(default, frame)
    return frozenset({Function(node, None, frame.copy)})


def _comprehension(kind: str) -> Callable[[Any, Frame], Value]:
    def handler(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, frame: Frame) -> Value:
        outer = dict(frame.env) if frame.env is not None else None
        for generator in node.generators:
            targets.assign(generator.target, iterate(evaluate(generator.iter, frame), generator.iter, frame), frame)
            for condition in generator.ifs:
                evaluate(condition, frame)
                narrow(condition, frame, True)
        made = frame.new(kind, node)
        if isinstance(node, ast.DictComp):
            keys = evaluate(node.key, frame)
            frame.add(facts.key(node, made.level), keys)
            frame.put(made, evaluate(node.value, frame))
        else:
            frame.put(made, evaluate(node.elt, frame))
        frame.env = outer
        return frozenset({made})

    return handler


def _yield(node: ast.Yield, frame: Frame) -> Value:
    value = evaluate(node.value, frame) if node.value is not None else NONE
    if not frame.muted:
        frame.put(copies.generator(frame.unit), value)
    return UNKNOWN


def _yield_from(node: ast.YieldFrom, frame: Frame) -> Value:
    value = evaluate(node.value, frame)
    if not frame.muted:
        frame.put(copies.generator(frame.unit), iterate(value, node, frame))
    return UNKNOWN


def _await(node: ast.Await, frame: Frame) -> Value:
    return awaited(evaluate(node.value, frame), frame.items)


def _walrus(node: ast.NamedExpr, frame: Frame) -> Value:
    value = evaluate(node.value, frame)
    targets.assign(node.target, value, frame)
    return value


def _starred(node: ast.Starred, frame: Frame) -> Value:
    return evaluate(node.value, frame)


_HANDLERS: dict[type[ast.expr], Callable[[Any, Frame], Value]] = {
    ast.Name: _name,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.List: _sequence("list"),
    ast.Tuple: _sequence("tuple"),
    ast.Set: _sequence("set"),
    ast.Dict: _dict,
    ast.Subscript: _subscript,
    ast.BinOp: _binary,
    ast.BoolOp: _boolean,
    ast.IfExp: _conditional,
    ast.Compare: _compare,
    ast.UnaryOp: _unary,
    ast.JoinedStr: _text,
    ast.Lambda: _lambda,
    ast.ListComp: _comprehension("list"),
    ast.SetComp: _comprehension("set"),
    ast.GeneratorExp: _comprehension("iter"),
    ast.DictComp: _comprehension("dict"),
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
    ast.Await: _await,
    ast.NamedExpr: _walrus,
    ast.Starred: _starred,
}
