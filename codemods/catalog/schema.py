"""What a row of the catalog can say.

The catalog answers one question for every public name of boto 2: what stands in its place? The answer is a closed
sum: `Operation` (one AWS call), `Helped` (a small emitted helper does it), `Field` (a member of the response),
`Idiom` (a function decides, for what a row cannot say), `Constant`, or `Manual` (a sentence for a person). A table
of rows is a `BotoClass` or a `BotoModule`; `codemods.catalog` lists them all.

Types are written in a small language: a short class name (`ec2.Volume`), `str`, `int`, `float`, `bool`, `bytes`,
`none`, `any`; `[X]` a list, `{X: Y}` a dict, `(X, Y)` a tuple, `X | Y` either, `X?` for `X | none`, `iter X` for
something lazily iterated.
"""

from __future__ import annotations

import ast
import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from codemods.code import Code, HelperFunction


class Form(enum.Enum):
    """What stands for an object of a boto 2 class in migrated code (style `client`).

    In style `resource` a RECORD or a NAME of a class with `resource` set is that boto3 resource object instead.
    """

    CLIENT = "client"  # a boto3 client: the connection classes
    NAME = "name"  # a plain string: a bucket is its name
    RECORD = "record"  # a dict with botocore's member names: everything else
    PLAIN = "plain"  # a plain list or dict, for what boto 2 derived from list or dict; `BotoClass.alias` is its type


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a boto 2 call as the planner knows it: already rewritten code, and what it can be.

    `classes` are the boto 2 classes (short names) that can arrive, `builtins` the names of builtin types (`str`,
    `bytes`, `int`, `float`, `bool`, `list`, `tuple`, `set`, `dict`, `None`, ...); `known` is False when something that
    the inference cannot see may arrive as well. `literal` is the Python value of a literal, or `NO_LITERAL`.
    `elements` are the classes and builtin types that a list, tuple or set can hold; None when that is not known.
    """

    code: Code
    node: ast.expr
    classes: frozenset[str]
    builtins: frozenset[str]
    known: bool
    literal: object
    elements: frozenset[str] | None = None

    @property
    def is_literal(self) -> bool:
        """True when the value is written in the source."""
        return self.literal is not NO_LITERAL

    @property
    def may_be_none(self) -> bool:
        """True unless the inference is sure that None cannot arrive."""
        return not self.known or "None" in self.builtins

    def only(self, *names: str) -> bool:
        """True when nothing but the given classes or builtin types (and None) can arrive."""
        return self.known and (self.classes | self.builtins) <= {*names, "None"} and self.literal is not None


class _NoLiteral(enum.Enum):
    NO_LITERAL = "not a literal"


NO_LITERAL = _NoLiteral.NO_LITERAL


class Use(Protocol):
    """One use of a boto 2 member, as idioms and converters see it."""

    @property
    def node(self) -> ast.expr:
        """The call, or the attribute access, in the original tree."""

    @property
    def receiver(self) -> Argument | None:
        """The object before the dot; None for functions and constructors."""

    @property
    def arguments(self) -> Mapping[str, Argument]:
        """The arguments by boto 2's parameter names; what the caller left out is not in it."""

    @property
    def result_used(self) -> bool:
        """False when the call is a statement of its own."""

    @property
    def iterated(self) -> bool:
        """True when what the call gives is looped over at once, and nothing else can see it."""

    @property
    def origins(self) -> frozenset[str]:
        """The members that can have made the receiver: `s3.Bucket.get_key`; holds `?` when not all are known."""

    @property
    def makers(self) -> tuple[ast.AST, ...]:
        """The expressions that made what the receiver can be, as far as they are known: `Key(bucket, name)`."""

    def can_be_none(self, node: ast.expr) -> bool:
        """Is None among what is known to arrive at an expression, wherever in the program it stands?"""

    def client(self) -> Code:
        """An expression for the client that the receiver came from, at this place. Raises OutOfReach."""

    def member(self, path: str, of: Argument | None = None) -> Code:
        """A member of the receiver's (or of another object's) record: `State.Name`. `""` is the record itself."""

    def argument(self, node: ast.expr) -> Argument:
        """What the planner knows of any expression below `node`, such as an element of a list argument."""

    def call(self, helper: HelperFunction, *positional: Code, **keywords: Code) -> Code:
        """A call of an emitted helper."""

    def imported(self, module: str, name: str = "") -> Code:
        """A name from a module that the file will import."""

    def reads(self, *members: str) -> bool:
        """Is one of these members read, anywhere in the program, on an object that may be the receiver?"""

    def reads_later(self, *members: str, refreshed_by: str = "", besides: tuple[str, ...] = ()) -> bool:
        """Can one of these members (without any: another than `besides`) be read after this call, on its object?

        `refreshed_by` is a method that reads the object anew: what follows such a call sees nothing of this one.
        """

    def result_reads(self, *besides: str) -> bool:
        """Is a member other than `besides` read, anywhere in the program, on what this call gives?"""

    def writes(self, *members: str) -> bool:
        """Is one of these members assigned, anywhere in the program, on an object that may be the receiver?"""

    def calls(self, *members: str) -> bool:
        """Is one of these methods called on an object that may be the receiver, at another place than this one?"""

    def called_anywhere(self, member: str) -> bool:
        """Is a method of this name called on any boto 2 object of the program?"""


class OutOfReach(Exception):
    """No client of the right connection can be named at this place; the planner turns it into a flag."""


NONE_CODE = Code("None")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """An idiom's answer: this code instead. With a `note` the site is `review` and the note says what to look at."""

    code: Code
    note: str = ""


@dataclass(frozen=True, slots=True)
class Remove:
    """An idiom's answer for a call that has nothing to do on boto3: the statement goes.

    Where the value is used, `value` stands in its place.
    """

    value: Code = NONE_CODE
    note: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """An idiom's answer: leave it, and tell a person this sentence."""

    advice: str


Outcome = Rewrite | Remove | Flag


@dataclass(frozen=True, slots=True)
class Converter:
    """How a boto 2 argument becomes a botocore value. `takes_none`: the code it gives is right for None, too."""

    render: Callable[[Argument, Use], Code]
    takes_none: bool = False


def _as_it_is(argument: Argument, use: Use) -> Code:
    return argument.code


PLAIN = Converter(_as_it_is)


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of a boto 2 method. The order of a row's params is the order of boto 2's signature.

    `to` is the path in botocore's input shape (`Placement.AvailabilityZone`; `InstanceIds[]` wraps one value in a
    list), empty when the parameter has no effect on boto3 and can go. `required` is true when boto 2 has no default.
    `default` is source text that is sent when the caller gives nothing. `refused` is a sentence: a caller that gives
    it gets a flag. `when_true`: boto 2 sent the parameter only when it was true, so `""`, `0` and `[]` count as not
    given, too: `**_given(KeyName=key_name or None)`; the converter then has to be right for every false value.
    """

    name: str
    to: str = ""
    convert: Converter = PLAIN
    required: bool = False
    default: str = ""
    refused: str = ""
    when_true: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """A method that is one AWS operation.

    `calls` is botocore's name (`DescribeVolumes`; lists are paginated where botocore has a paginator for them).
    `receiver` maps input members to members of the receiver's record, where it differs from the class's own
    `address` (`{"InstanceIds[]": "InstanceId"}`). `at` is where the value stands in the response (`Volumes`,
    `Placement.Tenancy`, empty: the response itself) and `gives` its type on boto 2; `true` means that boto 2
    answered True. `fixed` are input members that are always sent, as source text. `shown_by` is a helper that makes
    of the value what boto 2 gave.
    """

    name: str
    calls: str
    params: tuple[Param, ...] = ()
    gives: str = "none"
    at: str = ""
    receiver: Mapping[str, str] | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    shown_by: HelperFunction | None = None


@dataclass(frozen=True, slots=True)
class Helped:
    """A method (or function) whose work a small emitted helper does.

    The helper's own signature is boto 2's, after what stands for the receiver: `(client, record, ...)`,
    `(client, name, ...)`, `(client, ...)` for a connection, `(record, ...)` with `client=False`. `simple` may give
    shorter code where the use is plain, or the operation that does the same there (its row's parameters are
    this method's), or a flag where arguments in the source cannot work on boto3; None sends it to the helper, and so
    does a call with `*args` or `**kwargs`, which `simple` never sees. `prepare` converts arguments by name. The helper
    of an `__init__` row has no receiver: its signature is boto 2's without self. `gives_without` is the narrower type
    that a call gives which leaves a parameter out: no prefixes come without a delimiter.
    """

    name: str
    helper: HelperFunction
    gives: str = "none"
    client: bool = True
    simple: Callable[[Use], Rewrite | Operation | Flag | None] | None = None
    prepare: Mapping[str, Converter] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    gives_without: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute that is a member of the record: `Field("state", "State.Name")`.

    `sure`: AWS always sends it, so a subscript is right; otherwise `.get` gives None as boto 2 did. `absent` is
    source text for another value that boto 2 gave when the member is missing. Timestamps become boto 2's strings
    by themselves (botocore's model knows them); `show` converts anything else whose type changed, and a timestamp
    that boto 2 did not give as a string. `settable`: assigning to it means writing the member. `gives` is the type on
    boto 2.
    """

    name: str
    member: str
    gives: str = "str"
    sure: bool = False
    absent: str = ""
    show: Callable[[Code, Use], Code] | None = None
    settable: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class HelpedField:
    """An attribute whose value a helper computes from the record: `_tags(instance)`.

    The value is made anew at each access. `changed_by` is a helper that changes it in place of `x.tags["a"] = 1` and
    `x.tags.pop("a")`: it takes the record, the name of dict's method, and its arguments. Without one, such code is
    flagged. `warn` gives what a person should know of a use, where that depends on the place.
    """

    name: str
    helper: HelperFunction
    gives: str = "any"
    client: bool = False
    note: str = ""
    changed_by: HelperFunction | None = None
    warn: Callable[[Use], str] | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A name of a class or a module whose value is written out: `Location.EU`."""

    name: str
    value: Code
    gives: str = "str"


@dataclass(frozen=True, slots=True)
class Idiom:
    """A use that a function decides. `params` bind the arguments of a call; an attribute has none.

    `expand` may answer with an operation: go on as if that row stood here. `attribute`: the name is read, not
    called. `assign` decides an assignment to it, with the value as argument `value`.
    """

    name: str
    expand: Callable[[Use], Outcome | Operation]
    params: tuple[Param, ...] = ()
    gives: str = "any"
    attribute: bool = False
    assign: Callable[[Use], Outcome] | None = None


@dataclass(frozen=True, slots=True)
class Manual:
    """A name that has no automatic counterpart; `advice` is one sentence that tells a person what to do."""

    name: str
    advice: str
    gives: str = "any"
    attribute: bool = False


Member = Operation | Helped | Field | HelpedField | Constant | Idiom | Manual
"""One row. Python's own protocol has rows too: `__init__`, `__iter__`, `__contains__`, `__len__`, `__getitem__`,
and `__str__` where `BotoClass.text` cannot say it. What `__init__` gives is the class itself."""


@dataclass(frozen=True, slots=True)
class BotoClass:
    """All that is known of one boto 2 class.

    `name` is the dotted name where boto 2 defines it, `short` the name in type expressions (`ec2.Volume`), `also`
    other dotted names that mean the same class. `address` maps input members to members of the record, for
    operations on one object. `resource` is boto3's resource class, where there is one. `shape` is botocore's shape
    for the record. `text` is what `str()` gave, with record members in braces (`Instance:{InstanceId}`; `{}` is a
    NAME itself). `test` is source text that tells the class from others in a union (`"Prefix" in {}`), for
    isinstance. `alias` is the type that stands for the class where its form is PLAIN (`{str: ec2.BlockDeviceType}`).
    """

    name: str
    short: str
    form: Form
    members: tuple[Member, ...]
    also: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    address: Mapping[str, str] = field(default_factory=dict)
    shape: str = ""
    resource: str = ""
    text: str = ""
    test: str = ""
    alias: str = ""

    @property
    def stands_for_nothing(self) -> bool:
        """True when nothing is made on boto3 that stands for an object of the class."""
        return all(isinstance(row, Manual) for row in self.members)

    @property
    def service(self) -> str:
        """The service, as the catalog names it: the part of `short` before the dot."""
        return self.short.partition(".")[0]


@dataclass(frozen=True, slots=True)
class BotoModule:
    """Functions and constants of one boto 2 module, by their dotted module name."""

    name: str
    service: str
    members: tuple[Member, ...]


def required(name: str, to: str = "", convert: Converter = PLAIN) -> Param:
    """A parameter without a default in boto 2."""
    return Param(name, to, convert, required=True)


def optional(name: str, to: str = "", convert: Converter = PLAIN, default: str = "") -> Param:
    """A parameter with a default in boto 2."""
    return Param(name, to, convert, default=default)


def fields(pairs: Mapping[str, str], *, sure: Iterable[str] = (), gives: str = "str") -> tuple[Field, ...]:
    """Plain fields from boto 2 name to member; those named in `sure` are always present."""
    certain = frozenset(sure)
    return tuple(Field(name, member, gives, name in certain) for name, member in pairs.items())
