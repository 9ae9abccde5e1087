"""The lattice: what an expression can hold.

A `Value` is a set of atoms, one for each thing that can arrive; the join of two values is their union. Containers,
partial functions and generators are named by the node that makes them (their contents are facts, so that later
appends count for every alias), which keeps the lattice finite: there are as many atoms as there are nodes.
"""

from __future__ import annotations

import ast
import enum
from dataclasses import dataclass


class Evidence(enum.IntEnum):
    """How the type of an object is known, best first."""

    FLOW = 0  # a chain of assignments and calls from its construction
    DECLARED = 1  # an annotation, a docstring, a type comment, a user's hint
    USAGE = 2  # the members that are used on it belong to one boto 2 class only


@dataclass(frozen=True, slots=True)
class Boto:
    """An object of a boto 2 class.

    `cls` is the catalog's short name, or a dotted boto 2 name that the catalog does not have. `birth` is the
    expression that made it and `member` the catalog member that it called; `connection` is the expression that made
    the connection it came from (its own birth, for a connection). Both are None when not known.
    """

    cls: str
    birth: ast.AST | None = None
    member: str = "?"
    connection: ast.AST | None = None
    evidence: Evidence = Evidence.FLOW


@dataclass(frozen=True, slots=True)
class BotoName:
    """A module, class, function or constant of boto 2, by its dotted name."""

    name: str


@dataclass(frozen=True, slots=True)
class BotoMethod:
    """A method of a boto 2 object, not called yet."""

    owner: Boto
    name: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A value of a builtin type; a short string keeps its text, for `getattr(x, "name")` and dict keys."""

    type: str
    literal: str | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """A list, tuple, set, dict, iterator, queue, ... made at `site`; what it holds are facts about the site.

    `level` tells containers apart that one expression makes: lists in lists, and the lists inside one record.
    """

    kind: str
    site: ast.AST
    level: object = 0


FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True, slots=True)
class Copy:
    """One way into a function that is evaluated for each of them apart. See `copies`.

    `way` are the calls that lead here, or the class whose constructor it is for; `inside` is the copy of the function
    around it, for a function that was made in one.
    """

    node: FunctionNode
    way: tuple[ast.AST, ...]
    inside: Copy | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function, method or lambda of the program; `owner` is the object that it is bound to, if any.

    `inside` is the copy of the function around it in which it was made, if that has copies.
    """

    node: FunctionNode
    owner: Instance | Class | None = None
    inside: Copy | None = None


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the program."""

    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class of the program."""

    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class Super:
    """What `super()` gives: members of the bases of a class, bound to an object."""

    node: ast.ClassDef
    owner: Instance


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the program, by its key in `Program.modules`."""

    key: str


@dataclass(frozen=True, slots=True)
class External:
    """A dotted name of something that is neither the program's nor boto 2's: `functools.partial`."""

    name: str


@dataclass(frozen=True, slots=True)
class BoundExternal:
    """A method of a container or a plain value: `items.append`."""

    owner: Container | Plain
    name: str


@dataclass(frozen=True, slots=True)
class Partial:
    """A callable with some arguments already given: `functools.partial(f, x)`; what it holds are facts.

    `compares` says that its one argument stands for both sides of a comparison: `functools.cmp_to_key(f)`.
    """

    site: ast.Call
    compares: bool = False


@dataclass(frozen=True, slots=True)
class Descriptor:
    """`property(f)`, as a value: an attribute that a function computes; the function is a fact."""

    site: ast.AST


@dataclass(frozen=True, slots=True)
class Record:
    """A class made by `namedtuple("Name", "field ...")`; what its objects hold are facts about the site."""

    site: ast.AST
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Getter:
    """`operator.attrgetter("name", "inner.name", ...)` or `methodcaller("name")`; what it was applied to is a fact."""

    site: ast.Call
    attributes: tuple[str, ...]
    calls: bool = False


@dataclass(frozen=True, slots=True)
class Caught:
    """An exception caught by a handler whose clause names boto 2 exceptions (dotted names)."""

    names: frozenset[str]


class Other(enum.Enum):
    """Atoms without content."""

    NONE = "None"
    UNKNOWN = "something that the inference cannot see"
    MANY = "more functions and objects of the program than anybody can follow"


Atom = (
    Boto
    | BotoName
    | BotoMethod
    | Plain
    | Container
    | Function
    | Class
    | Instance
    | Super
    | Module
    | External
    | BoundExternal
    | Partial
    | Descriptor
    | Record
    | Getter
    | Caught
    | Other
)
Value = frozenset[Atom]

NOTHING: Value = frozenset()
NONE: Value = frozenset({Other.NONE})
UNKNOWN: Value = frozenset({Other.UNKNOWN})

_MOST_ATOMS = 32
_MOST_LITERALS = 24
_LONGEST_LITERAL = 200


def plain(type_name: str, literal: str | None = None) -> Value:
    """The value of a builtin type."""
    if literal is not None and len(literal) > _LONGEST_LITERAL:
        literal = None
    return frozenset({Plain(type_name, literal)})


def join(*values: Value) -> Value:
    """Everything that any of `values` can hold, widened when it grows beyond what helps anybody."""
    if len(values) == 2:
        first, second = values
        if second <= first:
            return first
        if first <= second:
            return second
    result = frozenset().union(*values)
    if len(result) <= _MOST_LITERALS and Other.MANY not in result:
        return result
    strings = {atom for atom in result if isinstance(atom, Plain) and atom.literal is not None}
    if len(strings) > _MOST_LITERALS:
        result = (result - strings) | {Plain(atom.type) for atom in strings}
    if len(result) > _MOST_ATOMS:
        result = frozenset(_summary(atom) for atom in result)
    if len(result) > 2 * _MOST_ATOMS or Other.MANY in result:
        # Once there, this stays: what is dropped must not come back, or the analysis would not end.
        result = frozenset(atom for atom in result if not isinstance(atom, _OF_THE_PROGRAM)) | _TOO_MANY
    return result


_OF_THE_PROGRAM = (Function, Class, Instance, Container, Partial)
_TOO_MANY = frozenset({Other.UNKNOWN, Other.MANY})


def _summary(atom: Atom) -> Atom:
    """The same class without the history of the object."""
    return Boto(atom.cls, None, "?", None, atom.evidence) if isinstance(atom, Boto) else atom


def botos(value: Value) -> list[Boto]:
    """The boto 2 objects in `value`; Google's only where there are no others.

    Code for both was written against S3's classes. Where Google's connection is made stands a flag of its own.
    """
    found = [atom for atom in value if isinstance(atom, Boto)]
    return [atom for atom in found if not is_google(atom)] or found


def is_google(atom: Atom) -> bool:
    """True for an object of boto 2's Google Storage, which boto3 does not speak."""
    return isinstance(atom, Boto) and atom.cls.startswith(("boto.gs.", "boto.connect_gs"))


def boto_classes(value: Value) -> frozenset[str]:
    """The catalog's short names of the boto 2 objects in `value`."""
    return frozenset(atom.cls for atom in botos(value))


def without(value: Value, *atoms: Atom) -> Value:
    """`value` without some atoms."""
    return value.difference(atoms)


def literal_of(value: Value) -> str | None:
    """The string when `value` is exactly one literal string."""
    if len(value) == 1:
        (atom,) = value
        if isinstance(atom, Plain) and atom.type == "str":
            return atom.literal
    return None


def literals_of(value: Value) -> frozenset[str]:
    """The strings of which `value` is one, when nothing else can arrive; else none."""
    texts = frozenset(atom.literal for atom in value if isinstance(atom, Plain) and atom.type == "str" and atom.literal)
    return texts if len(texts) == len(value) else frozenset()
