"""What `x.name` is, and what storing into it means, for everything that `x` can be."""

from __future__ import annotations

import ast
import builtins
import itertools

from codemods.catalog.errors import PROVIDER_ERRORS
from codemods.catalog.schema import Constant, Field, HelpedField, Idiom, Manual, Member
from codemods.inference import copies, facts
from codemods.inference.facts import Unit
from codemods.inference.families import ancestors, container_base, descendants, external_bases, is_member
from codemods.inference.forwarding import forwarded_to
from codemods.inference.frame import Frame
from codemods.inference.module_names import of_module
from codemods.inference.values import (
    NOTHING,
    UNKNOWN,
    Boto,
    BotoMethod,
    BotoName,
    BoundExternal,
    Caught,
    Class,
    Container,
    Copy,
    Descriptor,
    External,
    Function,
    Instance,
    Module,
    Other,
    Plain,
    Super,
    Value,
    join,
    plain,
)

PROVIDER = "boto.provider.Provider"


def is_attribute(row: Member) -> bool:
    """True when a row's name is read as an attribute rather than called."""
    return isinstance(row, Field | HelpedField | Constant) or (isinstance(row, Idiom | Manual) and row.attribute)


_OLD_MEMBERS = frozenset(
    "has_key iteritems iterkeys itervalues viewitems viewkeys viewvalues next decode encode".split()
)
"""What builtin types have, or had in Python 2."""


def has_member(atom: Container | Plain, name: str) -> bool:
    """False when a value of a builtin type certainly has no such attribute: this way is never taken."""
    kind = getattr(builtins, atom.type if isinstance(atom, Plain) else atom.kind, None)
    return kind is None or name in _OLD_MEMBERS or hasattr(kind, name)


def get_attribute(owner: Value, name: str, node: ast.AST, frame: Frame) -> Value:
    """The value of attribute `name` of `owner`, read at `node`."""
    result: Value = NOTHING
    for atom in owner:
        match atom:
            case Boto():
                result = join(result, _of_boto(atom, name, node, frame))
            case BotoName():
                result = join(result, _of_boto_name(atom, name, node, frame))
            case Module():
                result = join(result, of_module(frame.analysis.program.modules[atom.key], name, frame))
            case Instance():
                result = join(result, _of_instance(atom, name, node, frame))
            case Class():
                result = join(result, _of_class(atom, name, node, frame))
            case Super():
                result = join(result, _of_super(atom, name, node, frame))
            case External():
                inner = frame.analysis.program.find(f"{atom.name}.{name}", frame.module)
                result = result | {Module(inner.key) if inner is not None else External(f"{atom.name}.{name}")}
            case Container(kind="namespace") if name != "__dict__":
                result = join(result, frame.at(atom, name))
            case Container(kind="namespace"):
                result = result | {atom}
            case Container(kind="record", level=tuple() as fields) if name in fields:
                result = join(result, frame.at(atom, fields.index(name)))
            case Container() | Plain():
                if has_member(atom, name):
                    result = result | {BoundExternal(atom, name)}
            case Caught():
                # What `assertRaises` and `pytest.raises` give holds the exception under these names.
                result = join(result, frozenset({atom}) if name in ("exception", "value") else UNKNOWN)
            case Other.NONE:
                pass
            case _:
                # `options.func`, where a parser was told which functions of the program that can be.
                result = join(result, frame.read(facts.parsed(name)) or UNKNOWN)
    return result


def _of_boto(owner: Boto, name: str, node: ast.AST, frame: Frame) -> Value:
    if name == "provider":
        return frozenset({BotoName(PROVIDER)})
    stored = frame.read(facts.bag(owner.cls, name))
    row = frame.analysis.catalog.member(owner.cls, name)
    if row is not None and row.name == "ResponseError":
        return frozenset({BotoName("boto.exception.EC2ResponseError")})
    if row is not None and is_attribute(row):
        return join(stored, frame.part(row.gives, node, f"{owner.cls}.{name}", owner))
    if row is None and stored:
        return stored
    return stored | {BotoMethod(owner, name)}


def _of_boto_name(owner: BotoName, name: str, node: ast.AST, frame: Frame) -> Value:
    catalog = frame.analysis.catalog
    if owner.name == PROVIDER and name in PROVIDER_ERRORS:
        return frozenset({BotoName(f"boto.exception.{PROVIDER_ERRORS[name]}")})
    dotted = f"{owner.name}.{name}"
    cls = catalog.class_named(owner.name)
    if cls is not None:
        row = catalog.member(cls.short, name)
        if isinstance(row, Constant):
            return join(frozenset({BotoName(dotted)}), frame.made(row.gives, node, f"{cls.short}.{name}"))
        return frozenset({BotoName(dotted)})
    held = catalog.function(owner.name)
    if held is not None and is_attribute(held[1]) and held[1].gives in catalog.classes:
        return NOTHING  # an attribute of an object that boto 2 made, such as boto.config
    found = catalog.function(dotted)
    if (
        found is not None
        and is_attribute(found[1])
        and (isinstance(found[1], Constant) or found[1].gives in catalog.classes)
    ):
        return join(frozenset({BotoName(dotted)}), frame.made(found[1].gives, node, dotted))
    return frozenset({BotoName(dotted)})


def methods_named(owner: Value, prefix: str, node: ast.AST, frame: Frame) -> Value:
    """The methods whose names begin with `prefix`: what `getattr(self, "do_" + name)` can be."""
    result: Value = NOTHING
    for atom in owner:
        if not isinstance(atom, Instance):
            continue
        names = {
            statement.name
            for cls in (*ancestors(atom.node, frame), *descendants(atom.node, frame))
            if isinstance(cls, ast.ClassDef)
            for statement in cls.body
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef) and statement.name.startswith(prefix)
        }
        result = join(result, *(_of_instance(atom, name, node, frame) for name in sorted(names)))
    return result


_MOST_HANDINGS = 3
"""How many objects in a row may leave a member to the next one by `__getattr__`."""

_MOST_DESCENDANTS = 16
"""With more classes below it, a class is a framework's base: what all of them override says nothing of one object."""


def _of_instance(owner: Instance, name: str, node: ast.AST, frame: Frame) -> Value:
    if name == "__dict__":
        return frozenset({Container("dict", owner.node, "__dict__")})
    result: Value = NOTHING
    for ancestor in ancestors(owner.node, frame):
        if isinstance(ancestor, ast.ClassDef) and (ancestor, name) in frame.analysis.hinted:
            return frame.analysis.hinted[ancestor, name]
        if isinstance(ancestor, BotoName):
            known = frame.analysis.catalog.class_named(ancestor.name)
            if not result:
                inherited = Boto(known.short if known else ancestor.name, owner.node, "subclass", owner.node)
                result = _of_boto(inherited, name, node, frame)
            continue
        stored = frame.read(facts.attribute(ancestor, name))
        result = join(result, *(_bind(atom, owner, node, frame) for atom in stored))
        if any(isinstance(atom, Function) for atom in stored):
            break  # a method hides the bases' method; plain attributes are shared by the whole family
    if not (name.startswith("__") and name.endswith("__")):
        children = list(itertools.islice(descendants(owner.node, frame), _MOST_DESCENDANTS + 1))
        for child in children if len(children) <= _MOST_DESCENDANTS else ():
            stored = frame.read(facts.attribute(child, name))
            result = join(result, *(_bind(atom, Instance(child), node, frame) for atom in stored))
    if result:
        return result
    base = container_base(owner.node, frame)
    if base is not None and is_member(base, name):
        return frozenset({BoundExternal(base, name)})
    return _filled_in(owner, name, frame) or _handed_on(owner, name, node, frame)


def _handed_on(owner: Instance, name: str, node: ast.AST, frame: Frame) -> Value:
    """What a class whose `__getattr__` hands on to a boto 2 object gives for a member of that object."""
    asked = frame.analysis.asked
    if name.startswith("__") or (owner.node, name) in asked or len(asked) == _MOST_HANDINGS:
        return NOTHING
    asked.add((owner.node, name))
    try:
        return _held_member(owner, name, node, frame) or _answered(owner, name, node, frame)
    finally:
        asked.discard((owner.node, name))


def _held_member(owner: Instance, name: str, node: ast.AST, frame: Frame) -> Value:
    for ancestor in ancestors(owner.node, frame):
        for atom in frame.read(facts.attribute(ancestor, "__getattr__")) if isinstance(ancestor, ast.ClassDef) else ():
            for call, path in forwarded_to(atom.node) if isinstance(atom, Function) else ():
                held: Value = frozenset({owner}) if name not in path else NOTHING
                for step in path:
                    held = get_attribute(held, step, node, frame) if _is_set(held, step, frame) else NOTHING
                known = [each for each in held if isinstance(each, Boto)]
                known = [each for each in known if frame.analysis.catalog.member(each.cls, name) is not None]
                if known:
                    frame.analysis.forwarded[call].add(name)
                    return get_attribute(frozenset(known), name, node, frame)
    return NOTHING


def _answered(owner: Instance, name: str, node: ast.AST, frame: Frame) -> Value:
    """What a `__getattr__` that makes or finds something by name gives, where that is boto 2's."""
    from codemods.inference.arguments import Arguments
    from codemods.inference.calls import Caller

    for ancestor in ancestors(owner.node, frame):
        found = frame.read(facts.attribute(ancestor, "__getattr__")) if isinstance(ancestor, ast.ClassDef) else NOTHING
        methods = [atom for atom in found if isinstance(atom, Function) and isinstance(atom.node, ast.FunctionDef)]
        if methods:
            asked = frozenset([Function(atom.node, owner, atom.inside) for atom in methods])
            given = Caller(frame, frame.call_at(node)).call(asked, Arguments([plain("str", name)]))
            if not any(isinstance(atom, Boto) for atom in given):
                return NOTHING
            frame.analysis.answered.setdefault(owner.node, {})[name] = given
            return given
    return NOTHING


def _is_set(owners: Value, name: str, frame: Frame) -> bool:
    """Is an attribute stored anywhere? Else `__getattr__` would be asked for what it asks for itself, without end."""
    return all(
        any(
            frame.read(facts.attribute(ancestor, name))
            for ancestor in ancestors(atom.node, frame)
            if isinstance(ancestor, ast.ClassDef)
        )
        for atom in owners
        if isinstance(atom, Instance)
    )


def _filled_in(owner: Instance, name: str, frame: Frame) -> Value:
    """An attribute that `self.__dict__.update(...)` or `setattr(self, name, ...)` made."""
    filled = (
        frame.at(Container("dict", ancestor, "__dict__"), name)
        for ancestor in ancestors(owner.node, frame)
        if isinstance(ancestor, ast.ClassDef)
    )
    return join(NOTHING, *filled)


PROPERTIES = frozenset({"property", "cached_property", "lazy_property", "reify"})
"""Decorators that make a method an attribute."""


def _bind(atom: object, owner: Instance, node: ast.AST, frame: Frame) -> Value:
    if isinstance(atom, Descriptor):
        return _described(atom, owner, node, frame)
    if not isinstance(atom, Function) or atom.owner is not None:
        return frozenset({atom})  # type: ignore[arg-type]
    if isinstance(atom.node, ast.Lambda):
        return frozenset({atom})
    kinds = decorators(atom.node)
    if "staticmethod" in kinds:
        return frozenset({atom})
    if "classmethod" in kinds:
        return frozenset({Function(atom.node, Class(owner.node), atom.inside)})
    bound = Function(atom.node, owner, atom.inside)
    if kinds & PROPERTIES:
        if "property" in kinds and _computes(atom.node):
            frame.analysis.computed.add(node)
        unit = enter(bound, node, frame)
        frame.forget_paths()
        return given_back(unit, frame)
    return frozenset({bound})


def _computes(function: ast.AST) -> bool:
    """True for the function of a property when it calls something each time that it is read, and keeps nothing."""
    inside = list(ast.walk(function))
    keeps = any(isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store) for inner in inside)
    return not keeps and any(isinstance(inner, ast.Call) for inner in inside)


def _described(atom: Descriptor, owner: Instance, node: ast.AST, frame: Frame) -> Value:
    from codemods.inference.arguments import Arguments
    from codemods.inference.calls import Caller

    getter = frame.read(facts.called(atom.site))
    made_by = atom.site.func if isinstance(atom.site, ast.Call) else atom.site
    is_property = isinstance(made_by, ast.Name) and made_by.id == "property"
    if is_property and any(isinstance(one, Function) and _computes(one.node) for one in getter):
        frame.analysis.computed.add(node)
    frame.forget_paths()
    return Caller(frame, frame.call_at(node)).call(getter, Arguments([frozenset({owner})]))


def enter(function: Function, node: ast.AST, frame: Frame) -> Unit:
    """The unit that a call of a bound function with nothing but its owner enters."""
    first = first_parameter(function.node)
    unit = copies.enter(function, node, frame)
    if first is not None and function.owner is not None:
        frame.add(facts.parameter(unit, first), frozenset({function.owner}))
    return unit


def given_back(unit: Unit, frame: Frame) -> Value:
    """What a function, or a copy of one, returns; what its author declares is the same for all copies."""
    found = frame.read(facts.returned(unit))
    return join(found, frame.read(facts.given(unit.node, "return"))) if isinstance(unit, Copy) else found


def first_parameter(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> str | None:
    """The name of the first positional parameter."""
    positional = [*node.args.posonlyargs, *node.args.args]
    return positional[0].arg if positional else None


def decorators(node: ast.FunctionDef | ast.AsyncFunctionDef) -> frozenset[str]:
    """The last names of a function's decorators: `property`, `contextmanager`, `setter`."""
    names = set()
    for decorator in node.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(target, ast.Attribute):
            names.add(target.attr)
        elif isinstance(target, ast.Name):
            names.add(target.id)
    return frozenset(names)


def _of_class(owner: Class, name: str, node: ast.AST, frame: Frame) -> Value:
    result: Value = NOTHING
    for ancestor in ancestors(owner.node, frame):
        if isinstance(ancestor, BotoName):
            result = join(result, _of_boto_name(ancestor, name, node, frame))
            continue
        stored = frame.read(facts.attribute(ancestor, name))
        if stored:
            bound: set[object] = set()
            for atom in stored:
                is_classmethod = (
                    isinstance(atom, Function)
                    and not isinstance(atom.node, ast.Lambda)
                    and "classmethod" in decorators(atom.node)
                )
                bound.add(Function(atom.node, owner) if is_classmethod and isinstance(atom, Function) else atom)
            return join(result, frozenset(bound))  # type: ignore[arg-type]
    if name == "__name__":
        return plain("str")
    return result


def bases_of(cls: ast.ClassDef, owners: Value) -> Value:
    """What `super()` in a method of a class gives: its bases, bound to what the method was called on."""
    found = frozenset(Super(cls, atom) for atom in owners if isinstance(atom, Instance))
    return found or frozenset({Super(cls, Instance(cls))})


def _of_super(owner: Super, name: str, node: ast.AST, frame: Frame) -> Value:
    own = list(ancestors(owner.node, frame))[1:]
    beside = [cls for cls in ancestors(owner.owner.node, frame) if cls is not owner.node and cls not in own]
    below = set(descendants(owner.node, frame)) if beside else set()
    for ancestor in (*own, *(cls for cls in beside if cls not in below)):
        if isinstance(ancestor, BotoName):
            known = frame.analysis.catalog.class_named(ancestor.name)
            short = known.short if known else ancestor.name
            return _of_boto(Boto(short, owner.node, "subclass", owner.node), name, node, frame)
        stored = frame.read(facts.attribute(ancestor, name))
        if stored:
            return join(*(_bind(atom, owner.owner, node, frame) for atom in stored))
    base = container_base(owner.owner.node, frame)
    if base is not None and is_member(base, name):
        return frozenset({BoundExternal(base, name)})
    bases = external_bases(owner.node, frame)
    if name == "__new__":
        return frozenset({External("builtins.object.__new__")})
    return frozenset({External(f"{bases[0]}.{name}")}) if bases else NOTHING


def set_attribute(owner: Value, name: str, value: Value, frame: Frame) -> None:
    """Store `value` as attribute `name` of everything that `owner` can be."""
    for atom in owner:
        if isinstance(atom, Instance | Class):
            frame.add(facts.attribute(atom.node, name), value)
        elif isinstance(atom, Module):
            frame.add(facts.variable(frame.analysis.program.modules[atom.key].tree, name), value)
        elif isinstance(atom, External):
            frame.analysis.handed_to.add(f"{atom.name}.{name}")
        elif isinstance(atom, Container) and atom.kind == "namespace":
            frame.put(atom, value, at=name)
        elif isinstance(atom, Boto):
            row = frame.analysis.catalog.member(atom.cls, name)
            if row is None or not is_attribute(row):
                frame.add(facts.bag(atom.cls, name), value)
