"""What a test tells about names in the branch that it guards: `if key is None`, `isinstance(k, Prefix)`, `if conn`."""

from __future__ import annotations

import ast
import itertools

from codemods.catalog.errors import error_row, is_subclass
from codemods.inference.families import boto_base, descendants
from codemods.inference.frame import Env, Frame
from codemods.inference.paths import path_of
from codemods.inference.values import (
    NOTHING,
    Atom,
    Boto,
    BotoName,
    Caught,
    Class,
    Container,
    Evidence,
    External,
    Instance,
    Other,
    Plain,
    Value,
    plain,
)


def narrow(test: ast.expr, frame: Frame, holds: bool) -> None:
    """Change the environment to what is known when `test` is true (or false, when not `holds`)."""
    if frame.env is None:
        return
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            narrow(operand, frame, not holds)
        case ast.BoolOp(op=ast.And(), values=values) if holds:
            for value in values:
                narrow(value, frame, True)
        case ast.BoolOp(op=ast.Or(), values=values) if not holds:
            for value in values:
                narrow(value, frame, False)
        case ast.Compare(left=left, ops=[operator], comparators=[ast.Constant(value=None)]):
            is_none = isinstance(operator, ast.Is | ast.Eq)
            name = _path(left, frame)
            if name and isinstance(operator, ast.Is | ast.Eq | ast.IsNot | ast.NotEq):
                _keep(frame.env, name, lambda atom: (atom is Other.NONE) == (is_none == holds), is_none == holds)
        case ast.Name() | ast.Attribute() | ast.NamedExpr():
            name = _path(test, frame)
            if not name:
                return
            if holds:
                _keep(frame.env, name, lambda atom: atom is not Other.NONE, False)
            else:
                _keep(frame.env, name, lambda atom: not isinstance(atom, Boto | Class | Instance), True)
        case ast.Call(func=ast.Name(id="isinstance"), args=[subject, classes]):
            _narrow_class(_path(subject, frame) or "", _tested(classes, frame), frame, holds)
        case ast.Call(func=ast.Name(id="issubclass"), args=[ast.Name(id=kind), classes]) if holds:
            _narrow_error(kind, frame.analysis.type_of(classes), frame)


def _tested(classes: ast.expr, frame: Frame) -> Value:
    """What an isinstance test names; the type of None has no name among Python's builtin functions."""
    match classes:
        case ast.Tuple(elts=elements):
            return frozenset().union(*(_tested(element, frame) for element in elements))
        case ast.Call(func=ast.Name(id="type"), args=[ast.Constant(value=None)]):
            return frozenset({External("builtins.NoneType")})
        case _:
            return frame.analysis.type_of(classes)


def switched(test: ast.expr, frame: Frame) -> bool | None:
    """What a test of a switch (`if as_keys`) comes to in the copy of a function for one of its calls."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = switched(test.operand, frame)
        return None if inner is None else not inner
    if frame.copy is None or frame.env is None or not isinstance(test, ast.Name):
        return None
    value = frame.env.get(test.id, NOTHING)
    if value in (plain("bool", "True"), plain("bool", "False")):
        return value == plain("bool", "True")
    return None


def _path(subject: ast.expr, frame: Frame) -> str | None:
    """What the environment keeps a tested expression under; an attribute is followed from here on."""
    if isinstance(subject, ast.NamedExpr):
        subject = subject.target
    path = path_of(subject)
    if path is not None and "." in path and frame.env is not None and path not in frame.env:
        value = frame.analysis.type_of(subject)
        if not value or Other.UNKNOWN in value or not any(isinstance(atom, Boto) for atom in value):
            return None
        frame.env[path] = value
    return path


def _keep(env: Env, name: str, wanted: object, unknown_stays: bool) -> None:
    if name not in env:
        return
    assert callable(wanted)
    kept = frozenset(atom for atom in env[name] if atom is Other.UNKNOWN or wanted(atom))
    if kept or unknown_stays:
        env[name] = kept


def _narrow_class(name: str, classes: Value, frame: Frame, holds: bool) -> None:
    assert frame.env is not None
    if name not in frame.env:
        return
    value = frame.env[name]
    errors = _errors(classes, frame)
    if errors:
        if holds:
            caught = {known for atom in value if isinstance(atom, Caught) for known in atom.names}
            closer = frozenset(known for known in caught if any(_is_error(known, error) for error in errors))
            frame.env[name] = frozenset({Caught(closer or errors)})
        return
    own = _own_classes(classes, frame)
    if own:
        frame.env[name] = _of_own_classes(value, own, frame, holds)
        return
    wanted = _classes(classes, frame)
    if wanted is None:
        return
    shorts, others = wanted
    catalog = frame.analysis.catalog

    def belongs(atom: Atom) -> bool | None:
        if isinstance(atom, Boto):
            return any(catalog.is_subclass(atom.cls, short) for short in shorts)
        if isinstance(atom, Plain):
            return atom.type in others
        if atom is Other.NONE:
            return "NoneType" in others
        if isinstance(atom, Instance):
            return None
        return None

    kept = frozenset(atom for atom in value if belongs(atom) in (holds, None))
    if holds:
        kept = frozenset(atom for atom in kept if atom is not Other.UNKNOWN or not shorts)
        if not any(isinstance(atom, Boto) for atom in kept):
            if frame.analysis.trusts_declarations and (frame.copy is None or Other.UNKNOWN in value):
                kept = kept | {Boto(short, evidence=Evidence.DECLARED) for short in shorts}
            else:
                frame.analysis.undeclared[frame.unit] = None
    frame.env[name] = kept or NOTHING


def _narrow_error(kind: str, classes: Value, frame: Frame) -> None:
    """`issubclass(kind, S3ResponseError)` tells what stands after `kind`: `kind, value, trace = exc_info()`."""
    errors = _errors(classes, frame)
    if not errors or frame.env is None:
        return
    for node in ast.walk(frame.scope.node):
        names = _names_in_order(node)
        for name, following in itertools.pairwise(names):
            if name == kind and not any(isinstance(atom, Boto | Caught) for atom in frame.env.get(following, NOTHING)):
                frame.env[following] = frozenset({Caught(errors)})


def _names_in_order(node: ast.AST) -> list[str]:
    match node:
        case ast.Tuple(elts=elements, ctx=ast.Store()):
            return [element.id if isinstance(element, ast.Name) else "" for element in elements]
        case ast.arguments(args=args):
            return [arg.arg for arg in args]
    return []


def _is_error(name: str, base: str) -> bool:
    return is_subclass(name.rpartition(".")[2], base.rpartition(".")[2])


def _errors(value: Value, frame: Frame) -> frozenset[str]:
    """The exceptions of boto 2 that an isinstance test names."""
    inside = [frame.items(atom) for atom in value if isinstance(atom, Container)]
    names = {atom.name for atom in value.union(*inside) if isinstance(atom, BotoName)}
    return frozenset(name for name in names if error_row(name) is not None)


def _classes(value: Value, frame: Frame) -> tuple[list[str], set[str]] | None:
    """The boto 2 classes and the builtin types that an isinstance test names; None when it names others."""
    atoms = list(value)
    for atom in value:
        if isinstance(atom, Container):
            atoms += frame.items(atom)
    shorts: list[str] = []
    others: set[str] = set()
    for atom in atoms:
        if isinstance(atom, BotoName):
            cls = frame.analysis.catalog.class_named(atom.name)
            if cls is None:
                return None
            shorts.append(cls.short)
        elif isinstance(atom, External) and atom.name.startswith("builtins."):
            kind = atom.name.removeprefix("builtins.")
            others |= {"str"} if kind in ("basestring", "unicode") else {kind}
        elif isinstance(atom, Container):
            continue
        else:
            return None
    return shorts, others


def _own_classes(value: Value, frame: Frame) -> list[Class]:
    """The program's own classes when an isinstance test names only such, and none that derives from boto 2's."""
    inside = [frame.items(atom) for atom in value if isinstance(atom, Container)]
    atoms = [atom for atom in value.union(*inside) if not isinstance(atom, Container)]
    own = [atom for atom in atoms if isinstance(atom, Class) and boto_base(atom.node, frame) is None]
    return own if len(own) == len(atoms) else []


def _of_own_classes(value: Value, classes: list[Class], frame: Frame, holds: bool) -> Value:
    """What can be there when `isinstance` said that it is, or is not, an object of the program's own classes."""
    families = {cls.node: {cls.node, *descendants(cls.node, frame)} for cls in classes}
    family = set().union(*families.values())
    if not holds:
        return frozenset(atom for atom in value if not (isinstance(atom, Instance) and atom.node in family))
    seen = frozenset(atom for atom in value if isinstance(atom, Instance) and atom.node in family)
    return seen or frozenset(Instance(node) for node in families)
