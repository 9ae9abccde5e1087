"""One use of a boto 2 member in a file: what the catalog's idioms and converters get to see."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from codemods.catalog.schema import NO_LITERAL, Argument, BotoClass, Form, OutOfReach
from codemods.code import Code, HelperFunction, code
from codemods.inference import facts
from codemods.inference.frame import Analysis
from codemods.inference.values import Boto, Container, Evidence, Instance, Other, Plain, Value, boto_classes, botos
from codemods.rewrite.draft import Draft
from codemods.rewrite.iterated import is_iterated
from codemods.rewrite.resources import record_of
from codemods.rewrite.text import quoted

Render = Callable[[ast.expr], Code]


@dataclass
class MemberUse:
    """Implements `codemods.catalog.schema.Use` for one class that the receiver can be.

    `notes` gather what a person should know of the rewrite.
    """

    draft: Draft
    render: Render
    node: ast.expr
    name: str
    cls: BotoClass | None = None
    receiver_node: ast.expr | None = None
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    result_used: bool = True
    notes: list[str] = field(default_factory=list)

    @property
    def receiver(self) -> Argument | None:
        """The object before the dot."""
        return self.argument(self.receiver_node) if self.receiver_node is not None else None

    @property
    def receiver_value(self) -> Value:
        """The inferred value of the receiver."""
        return self.draft.view.analysis.type_of(self.receiver_node) if self.receiver_node is not None else frozenset()

    @property
    def iterated(self) -> bool:
        """True when what the call gives is looped over at once, and nothing else can see it."""
        return is_iterated(self.node, self.draft)

    @property
    def origins(self) -> frozenset[str]:
        """The members that can have made the receiver."""
        atoms = botos(self.receiver_value)
        return frozenset("?" if atom.member == "declared" or atom.birth is None else atom.member for atom in atoms)

    @property
    def makers(self) -> tuple[ast.AST, ...]:
        """The expressions that can have made the receiver, as far as they are known."""
        return tuple(atom.birth for atom in botos(self.receiver_value) if atom.birth is not None)

    def can_be_none(self, node: ast.expr) -> bool:
        """Is None among what is known to arrive at an expression, wherever in the program it stands?"""
        return Other.NONE in self.draft.view.analysis.type_of(node)

    def subject(self) -> Code:
        """The receiver as it stands in the migrated code: a client, a name, a dict or a resource object."""
        assert self.receiver_node is not None
        return self.render(self.receiver_node)

    def owner(self) -> Code:
        """A resource object of the receiver's connection: what makes others of the same connection."""
        for node in (self.receiver_node, *(argument.node for argument in self.arguments.values())):
            if node is None:
                continue
            value = self.draft.view.analysis.type_of(node)
            classes = self.draft.view.catalog.classes
            known = [classes[short] for short in boto_classes(value) if short in classes]
            if known and all(self.draft.view.styles.carries_client(cls) for cls in known):
                return self.render(node)
        if self.receiver_node is None:
            raise OutOfReach("there is no connection here")
        reached = self.draft.view.reach.find(self.node, self.receiver_node, self.receiver_value, self.draft.module)
        return Code(reached.text)

    def client(self) -> Code:
        """An expression for the client of the receiver's connection."""
        styles = self.draft.view.styles
        if self.receiver_node is None or self.cls is None:
            raise OutOfReach("there is no connection here")
        if self.cls.form is Form.CLIENT or styles.carries_client(self.cls):
            rendered = self.render(self.receiver_node)
            return code(styles.client(self.cls, rendered.operand), rendered)
        reached = self.draft.view.reach.find(self.node, self.receiver_node, self.receiver_value, self.draft.module)
        if not reached.certain:
            self.notes.append(f"assumes that this object belongs to {reached.text}")
        connection = self.draft.view.catalog.classes[reached.cls]
        return Code(styles.client(connection, reached.text))

    def member(self, path: str, of: Argument | None = None) -> Code:
        """A member of the record of the receiver, or of another object."""
        steps = "".join(f"[{quoted(part)}]" for part in path.split(".")) if path else ""
        if of is not None:
            return code(f"{of.code.operand}{steps}", of.code) if steps else of.code
        if self.receiver_node is None:
            raise OutOfReach("there is no object here")
        rendered = self.render(self.receiver_node)
        styles = self.draft.view.styles
        if rendered.name_inside is not None and self.name == "name" and not steps:
            return rendered.name_inside
        text = styles.record(self.cls, rendered.operand) if self.cls is not None else rendered.operand
        return code(f"{text}{steps}", rendered) if steps or text != rendered.operand else rendered

    def argument(self, node: ast.expr) -> Argument:
        """What is known of an expression."""
        value = self.draft.view.analysis.type_of(node)
        return replace(self.described(self.render(node), node, value), literal=_literal(node))

    def described(self, rendered: Code, node: ast.expr, value: Value) -> Argument:
        """An argument with the given code and value, at the place of `node`."""
        known = bool(value) and Other.UNKNOWN not in value and all(_is_transparent(atom) for atom in value)
        classes, builtins = boto_classes(value), _builtins(value)
        elements = _elements(value, self.draft.view.analysis)
        inside = boto_classes(_inside(value, self.draft.view.analysis))
        made = record_of(rendered, classes, inside, known and not builtins, self.draft)
        return Argument(made, node, classes, builtins, known, NO_LITERAL, elements)

    def call(self, helper: HelperFunction, *positional: Code, **keywords: Code) -> Code:
        """A call of an emitted helper."""
        return self.draft.call_helper(helper, *positional, **keywords)

    def imported(self, module: str, name: str = "") -> Code:
        """A name that the file will import."""
        return self.draft.imported(module, name)

    def reads(self, *members: str) -> bool:
        """Is one of these members read on an object that may be the receiver?"""
        return self.draft.view.uses.read(self.receiver_value, members)

    def reads_later(self, *members: str, refreshed_by: str = "", besides: tuple[str, ...] = ()) -> bool:
        """Can one of these members (without any: another than `besides`) be read after this call, on its object?"""
        if not isinstance(self.node, ast.Call):
            return self.reads(*members)
        return self.draft.view.uses.read_later(self.receiver_value, members, self.node, refreshed_by, besides)

    def result_reads(self, *besides: str) -> bool:
        """Is a member other than `besides` read on what this call gives?"""
        return self.draft.view.uses.read_besides(self.node, besides)

    def writes(self, *members: str) -> bool:
        """Is one of these members assigned on an object that may be the receiver?"""
        return self.draft.view.uses.written(self.receiver_value, members)

    def calls(self, *members: str) -> bool:
        """Is one of these methods called on an object that may be the receiver, at another place than this one?"""
        here = self.node.func if isinstance(self.node, ast.Call) else None
        return self.draft.view.uses.called(self.receiver_value, members, here)

    def called_anywhere(self, member: str) -> bool:
        """Is a method of this name called on any boto 2 object of the program?"""
        return self.draft.view.uses.called_anywhere(member)

    @property
    def evidence(self) -> Evidence:
        """The weakest evidence for the receiver's type."""
        return max((atom.evidence for atom in botos(self.receiver_value)), default=Evidence.FLOW)


def _is_transparent(atom: object) -> bool:
    return isinstance(atom, Plain | Container | Boto | Other | Instance)


def _builtins(value: Value) -> frozenset[str]:
    names = set()
    for atom in value:
        if isinstance(atom, Plain):
            names.add(atom.type)
        elif isinstance(atom, Container):
            names.add(atom.kind)
        elif atom is Other.NONE:
            names.add("None")
        elif isinstance(atom, Instance):
            names.add("object")
    return frozenset(names)


def _elements(value: Value, analysis: Analysis) -> frozenset[str] | None:
    """The classes and builtin types inside the lists, tuples and sets of a value, where all of them are known."""
    inside = _inside(value, analysis)
    if not inside or not all(_is_transparent(atom) for atom in inside) or Other.UNKNOWN in inside:
        return None
    return boto_classes(inside) | _builtins(inside)


def _inside(value: Value, analysis: Analysis) -> Value:
    """What the lists, tuples and sets hold that a value is; nothing where it can be something else."""
    containers = [atom for atom in value if isinstance(atom, Container) and atom.kind != "dict"]
    if len(containers) != len(value - {Other.NONE}):
        return frozenset()
    return frozenset().union(*(analysis.facts.read(facts.item(atom.site, atom.level), None) for atom in containers))


def _literal(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return NO_LITERAL
