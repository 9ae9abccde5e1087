"""What a call gives, for everything that can be called, and where its arguments go."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from codemods.inference import copies, facts
from codemods.inference.arguments import Arguments
from codemods.inference.attributes import decorators, get_attribute, given_back
from codemods.inference.boto_calls import call_method, construct
from codemods.inference.containers import call_bound_external, fill
from codemods.inference.families import CONTAINERS, boto_base, container_base
from codemods.inference.frame import Frame
from codemods.inference.iteration import iterate
from codemods.inference.library import call_external
from codemods.inference.stand_ins import without_stand_ins
from codemods.inference.tasks import call_method_of_unknown
from codemods.inference.values import (
    NOTHING,
    UNKNOWN,
    Boto,
    BotoMethod,
    BotoName,
    BoundExternal,
    Class,
    Container,
    Copy,
    External,
    Function,
    Getter,
    Instance,
    Other,
    Partial,
    Record,
    Value,
    botos,
    join,
)

_HANDED = Boto | BotoMethod | Instance | Function | Partial
"""What makes the unseen function that gets it worth a look."""


@dataclass
class Caller:
    """Calls callables in the name of one call node; what the library's models call back to."""

    frame: Frame
    node: ast.Call
    depth: int = 0
    entered: list[object] = field(default_factory=list)

    def call(self, callee: Value, arguments: Arguments) -> Value:
        """The value of calling `callee` with `arguments`."""
        if self.depth > 8:
            return UNKNOWN
        self.depth += 1
        result: Value = NOTHING
        for atom in callee:
            result = join(result, self._one(atom, arguments))
        self.depth -= 1
        return result

    def _one(self, atom: object, arguments: Arguments) -> Value:
        frame = self.frame
        match atom:
            case Boto():
                return call_method(BotoMethod(atom, "__call__"), self.node, frame)
            case BotoMethod():
                self._note_callbacks(arguments)
                return call_method(atom, self.node, frame)
            case BotoName():
                return construct(atom, arguments, self.node, frame)
            case Function():
                return self._function(atom, arguments)
            case Class():
                return self._class(atom, arguments)
            case Instance():
                return self.call(get_attribute(frozenset({atom}), "__call__", self.node, frame), arguments)
            case Partial():
                return self._partial(atom, arguments)
            case Getter():
                return self._getter(atom, arguments)
            case Record():
                return self._record(atom, arguments)
            case External():
                held = _of_container_class(atom, arguments, frame)
                if held is not None:
                    return call_bound_external(held, arguments.after(1), self)
                self._escape(arguments)
                if any(_hands_on(value, frame) for value in arguments.everything()):
                    frame.analysis.handed_to.add(atom.name)
                return call_external(atom.name, arguments, self)
            case BoundExternal():
                return call_bound_external(atom, arguments, self)
            case Other.NONE:
                return NOTHING
            case _:
                self._escape(arguments)
                self._call_back(arguments)
                func = self.node.func
                known = call_method_of_unknown(func.attr if isinstance(func, ast.Attribute) else "", arguments, self)
                return UNKNOWN if known is None else known

    def _function(self, function: Function, arguments: Arguments) -> Value:
        frame, node = self.frame, function.node
        owners = _owners(function, arguments, frame)
        if owners:
            rest = arguments.after(1)
            return join(*(self._function(Function(node, owner, function.inside), rest) for owner in owners))
        if not isinstance(self.node.func, ast.Lambda):
            frame.analysis.callees[self.node][node] = None
            frame.analysis.callers[node][self.node] = None
        positional = list(arguments.positional)
        if function.owner is not None:
            positional.insert(0, frozenset({function.owner}))
        unit = copies.enter(function, self.node, frame)
        bind(unit, positional, arguments, frame)
        scope = frame.analysis.scopes[node]
        if scope.is_generator:
            kind = "iter"
            if not isinstance(node, ast.Lambda) and decorators(node) & {
                "contextmanager",
                "asynccontextmanager",
            }:
                kind = "context"
            return frozenset({copies.generator(unit, kind)})
        return given_back(unit, frame)

    def _class(self, cls: Class, arguments: Arguments) -> Value:
        frame = self.frame
        made: Value = frozenset({Instance(cls.node)})
        initialiser = get_attribute(made, "__init__", self.node, frame)
        for atom in initialiser:
            if isinstance(atom, Function):
                self._function(atom, arguments)
        new = get_attribute(frozenset({cls}), "__new__", self.node, frame)
        for atom in new:
            if isinstance(atom, Function):
                made = join(made, self._function(Function(atom.node, cls), arguments))
        if boto_base(cls.node, frame) is None:
            fields = [
                s.target.id for s in cls.node.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)
            ]
            for name, value in (
                *zip(fields, arguments.positional, strict=False),
                *arguments.keywords.items(),
            ):
                if name in fields:
                    frame.add(facts.attribute(cls.node, name), value)
        self._fill(cls, arguments)
        return made

    def _fill(self, cls: Class, arguments: Arguments) -> None:
        """What the constructor of an unseen base does with its arguments: `class Pair(namedtuple(...))`, `dict`."""
        frame = self.frame
        for atom in frame.read(facts.bases(cls.node)):
            if isinstance(atom, Record):
                for name, value in (
                    *zip(atom.fields, arguments.positional, strict=False),
                    *arguments.keywords.items(),
                ):
                    frame.add(facts.attribute(cls.node, name), value)
        held = container_base(cls.node, frame)
        if held is not None:
            fill(held, arguments, self.node, frame)

    def _record(self, record: Record, arguments: Arguments) -> Value:
        frame, made = self.frame, Container("record", record.site, record.fields)
        for index, name in enumerate(record.fields):
            frame.put(made, arguments.get(index, name), at=index)
        for starred in arguments.starred:
            frame.put(made, iterate(starred, self.node, frame))
        return frozenset({made})

    def _partial(self, partial: Partial, arguments: Arguments) -> Value:
        frame = self.frame
        callee = frame.read(facts.called(partial.site))
        if partial.compares:
            return self.call(callee, Arguments([arguments.get(0), arguments.get(0)]))
        given = self.partial_arguments(partial)
        return self.call(callee, given.followed_by(arguments))

    def partial_arguments(self, partial: Partial) -> Arguments:
        """The arguments that `functools.partial(...)` was given after its callable."""
        types = self.frame.analysis.types
        positional = [
            types.get(argument, UNKNOWN) for argument in partial.site.args[1:] if not isinstance(argument, ast.Starred)
        ]
        keywords = {k.arg: types.get(k.value, UNKNOWN) for k in partial.site.keywords if k.arg is not None}
        return Arguments(positional, keywords)

    def _getter(self, getter: Getter, arguments: Arguments) -> Value:
        if not arguments.positional:
            return UNKNOWN
        subject = arguments.positional[0]
        self.frame.add(facts.applied(getter.site), subject)
        values = [self._at_path(subject, name) for name in getter.attributes]
        if getter.calls:
            return self.call(values[0], Arguments())
        if len(values) == 1:
            return values[0]
        made = self.frame.new("tuple", self.node, getter.attributes)
        for index, value in enumerate(values):
            self.frame.put(made, value, at=index)
        return frozenset({made})

    def _at_path(self, subject: Value, path: str) -> Value:
        for name in path.split("."):
            subject = get_attribute(subject, name, self.node, self.frame)
        return subject

    def _note_callbacks(self, arguments: Arguments) -> None:
        for value in arguments.everything():
            self.frame.alias(value)

    def _call_back(self, arguments: Arguments) -> None:
        """Unseen code may call the functions that it gets, with whatever it likes."""
        for value in arguments.everything():
            self.frame.alias(value)

    def _escape(self, arguments: Arguments) -> None:
        leaving = join(*arguments.everything(), NOTHING)
        if botos(leaving):
            escapes = self.frame.analysis.escapes
            escapes[self.node] = join(escapes.get(self.node, NOTHING), frozenset(botos(leaving)))


def _owners(function: Function, arguments: Arguments, frame: Frame) -> list[Instance]:
    """What `Base.method(self, ...)` binds, for methods that each class of a family has copies of."""
    analysis = frame.analysis
    if function.owner is not None or analysis.class_of.get(function.node) not in analysis.family_bases:
        return []
    assert not isinstance(function.node, ast.Lambda)
    if decorators(function.node) & {"staticmethod", "classmethod"}:
        return []
    given = arguments.get(0)
    return [atom for atom in given if isinstance(atom, Instance)] if all(_is_object(atom) for atom in given) else []


def _is_object(atom: object) -> bool:
    return isinstance(atom, Instance)


def _hands_on(value: Value, frame: Frame) -> bool:
    """Does an argument hold what makes its receiver worth a look, itself or as items?"""
    items = [frame.read(facts.item(atom.site, atom.level)) for atom in value if isinstance(atom, Container)]
    return any(isinstance(atom, _HANDED) for atom in join(value, *items))


def bind(unit: ast.AST | Copy, positional: list[Value], arguments: Arguments, frame: Frame) -> None:
    """Let the arguments of a call flow into the parameters of a function, or of a copy of one."""
    node = unit.node if isinstance(unit, Copy) else unit
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    args = node.args
    target = frame.analysis.module_of[node]
    names = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    for name, value in zip(names, positional, strict=False):
        about = facts.parameter(unit, name)
        frame.add(about, without_stand_ins(value, about, target, frame))
    packed, extra = packs(unit)
    if packed is not None and args.vararg is not None:
        frame.add(facts.parameter(unit, args.vararg.arg), frozenset({packed}))
        for index, value in enumerate(positional[len(names) :]):
            frame.put(packed, value, at=index)
    known = {*names, *(arg.arg for arg in args.kwonlyargs)}
    if extra is not None and args.kwarg is not None:
        frame.add(facts.parameter(unit, args.kwarg.arg), frozenset({extra}))
    for name, value in arguments.keywords.items():
        if name in known:
            about = facts.parameter(unit, name)
            frame.add(about, without_stand_ins(value, about, target, frame))
        elif extra is not None:
            frame.put(extra, value, at=name)
    if isinstance(unit, Copy) and (arguments.starred or arguments.mappings):
        for name in known - set(names[: len(positional)]) - set(arguments.keywords):
            frame.add(facts.parameter(unit, name), frame.read(facts.given(node, name)))  # it may not be given
    for starred in arguments.starred:
        _spread_sequence(unit, starred, len(positional), names, packed, frame)
    for mapping in arguments.mappings:
        _spread_mapping(unit, mapping, known - set(names[: len(positional)]), extra, frame)


def packs(unit: ast.AST | Copy) -> tuple[Container | None, Container | None]:
    """The tuple behind `*args` and the dict behind `**kwargs` of a function, or of a copy of one."""
    node = unit.node if isinstance(unit, Copy) else unit
    args = getattr(node, "args", None)
    assert isinstance(args, ast.arguments)
    level = (0, unit) if isinstance(unit, Copy) else 0
    packed = Container("tuple", args.vararg, level) if args.vararg is not None else None
    return packed, Container("dict", args.kwarg, level) if args.kwarg is not None else None


def _spread_sequence(
    unit: ast.AST | Copy, starred: Value, start: int, names: list[str], packed: Container | None, frame: Frame
) -> None:
    for atom in starred:
        if not isinstance(atom, Container):
            continue
        for index, name in enumerate(names[start:]):
            frame.add(facts.parameter(unit, name), frame.at(atom, index))
        if packed is None or atom == packed:
            continue
        first = max(len(names) - start, 0)
        for index in range(8):
            exact = frame.read(facts.entry(atom.site, atom.level, first + index))
            if exact:
                frame.put(packed, exact, at=index)
        frame.put(packed, frame.read(facts.elsewhere(atom.site, atom.level)))


def _spread_mapping(
    unit: ast.AST | Copy, mapping: Value, known: set[str], extra: Container | None, frame: Frame
) -> None:
    for atom in mapping:
        if not isinstance(atom, Container):
            continue
        anywhere = frame.read(facts.elsewhere(atom.site, atom.level))
        for name in sorted(known):
            exact = frame.read(facts.entry(atom.site, atom.level, name))
            if exact or anywhere:
                frame.add(facts.parameter(unit, name), exact or anywhere)
        if extra is None or atom == extra:
            continue
        for name in frame.literal_keys(atom):
            if name not in known:
                frame.put(extra, frame.read(facts.entry(atom.site, atom.level, name)), at=name)
        if anywhere:
            frame.put(extra, anywhere)


def _of_container_class(function: External, arguments: Arguments, frame: Frame) -> BoundExternal | None:
    """`list.__init__(self, items)` in a class that derives from `list`: what the method of the object would be."""
    owner, _, name = function.name.rpartition(".")
    for atom in arguments.positional[0] if arguments.positional and owner in CONTAINERS else NOTHING:
        held = container_base(atom.node, frame) if isinstance(atom, Instance) else None
        if held is not None:
            return BoundExternal(held, name)
    return None
