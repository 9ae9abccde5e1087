"""A stand-in for the planner: one use of a boto 2 method, with the facts about it given by the test."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from codemods.catalog.index import Catalog
from codemods.catalog.s3 import S3
from codemods.catalog.schema import NO_LITERAL, Argument, Flag, Form, Helped, Idiom, Outcome, Remove, Rewrite
from codemods.code import Code, HelperFunction, Import, code

CATALOG = Catalog(S3)

TYPES = {"conn": "s3.Connection", "bucket": "s3.Bucket", "key": "s3.Key", "data": "str", "path": "str", "name": "str"}
"""What the names in the tests' expressions are; every other name is unknown."""


@dataclass
class GivenUse:
    """`codemods.catalog.schema.Use` for a call that is written in a test."""

    node: ast.Call
    origins: frozenset[str]
    result_used: bool
    read: frozenset[str]
    written: frozenset[str]
    called: frozenset[str]
    makers: tuple[ast.AST, ...] = ()
    iterated: bool = False
    arguments: Mapping[str, Argument] = field(default_factory=dict)

    @property
    def receiver(self) -> Argument | None:
        """The object before the dot."""
        return self.argument(self.node.func.value) if isinstance(self.node.func, ast.Attribute) else None

    def can_be_none(self, node: ast.expr) -> bool:
        """Is None written there?"""
        return isinstance(node, ast.Constant) and node.value is None

    def client(self) -> Code:
        """The client is always `s3`."""
        return Code("s3")

    def member(self, path: str, of: Argument | None = None) -> Code:
        """A member of the receiver's record."""
        owner = of or self.receiver
        assert owner is not None
        steps = "".join(f'["{part}"]' for part in path.split(".")) if path else ""
        return code(f"{owner.code.operand}{steps}", owner.code)

    def argument(self, node: ast.expr) -> Argument:
        """What the table of types and the source say of an expression."""
        try:
            literal: Any = ast.literal_eval(node)
        except ValueError:
            literal = NO_LITERAL
        kind = TYPES.get(node.id, "") if isinstance(node, ast.Name) else ""
        classes = frozenset({kind}) if kind.startswith("s3.") else frozenset()
        builtins = frozenset({kind}) if kind and not classes else frozenset()
        if literal is not NO_LITERAL:
            builtins = frozenset({"None" if literal is None else type(literal).__name__})
        made = made_by(node)
        known = bool(kind or made) or literal is not NO_LITERAL
        return Argument(rendered(node), node, frozenset({made}) if made else classes, builtins, known, literal)

    def call(self, helper: HelperFunction, *positional: Code, **keywords: Code) -> Code:
        """A call of a helper by its own name."""
        inside = [*map(str, positional), *(f"{name}={value}" for name, value in keywords.items())]
        return code(f"{helper.__name__}({', '.join(inside)})", *positional, *keywords.values())

    def imported(self, module: str, name: str = "") -> Code:
        """A name that the file would import."""
        return Code(name or module, frozenset({Import(module, name)}))

    def reads(self, *members: str) -> bool:
        """As the test says."""
        return bool(self.read & set(members))

    def reads_later(self, *members: str, refreshed_by: str = "", besides: tuple[str, ...] = ()) -> bool:
        """As the test says, whatever the order."""
        return self.reads(*members)

    def result_reads(self, *besides: str) -> bool:
        """Not known here, so yes."""
        return True

    def writes(self, *members: str) -> bool:
        """As the test says."""
        return bool(self.written & set(members))

    def calls(self, *members: str) -> bool:
        """As the test says."""
        return bool(self.called & set(members))

    def called_anywhere(self, member: str) -> bool:
        """As the test says."""
        return member in self.called


def made_by(node: ast.expr) -> str:
    """The class of what a call gives."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="bucket"), attr="new_key")):
            return "s3.Key"
        case ast.Call(func=ast.Name(id="Key")):
            return "s3.Key"
        case _:
            return ""


def rendered(node: ast.expr) -> Code:
    """The text of an expression, with quotes as this project writes them."""
    text = ast.unparse(node)
    return Code(text.replace("'", '"') if '"' not in text else text)


def outcome_of(
    source: str,
    short: str = "",
    origins: str = "",
    used: bool = False,
    reads: str = "",
    writes: str = "",
    calls: str = "",
    makers: str = "bucket.new_key(name)",
) -> Outcome:
    """What the row makes of a call: `simple`'s answer, else the helper's call."""
    node = ast.parse(source, mode="eval").body
    assert isinstance(node, ast.Call)
    use = GivenUse(
        node,
        frozenset(origins.split()),
        used,
        frozenset(reads.split()),
        frozenset(writes.split()),
        frozenset(calls.split()),
        tuple(ast.parse(maker, mode="eval").body for maker in makers.split("; ") if maker),
    )
    if isinstance(node.func, ast.Attribute):
        assert use.receiver is not None
        (short,) = use.receiver.classes
        row = CATALOG.member(short, node.func.attr)
    else:
        row = CATALOG.member(short, "__init__")
    cls = CATALOG.classes[short]
    if isinstance(row, Helped):
        receivers = 0 if use.receiver is None else int(row.client) + int(cls.form is not Form.CLIENT)
        names = list(inspect.signature(row.helper).parameters)[receivers:]
    else:
        assert isinstance(row, Idiom)
        names = [param.name for param in row.params]
    use.arguments = {
        **{name: use.argument(given) for name, given in zip(names, node.args, strict=False)},
        **{keyword.arg: use.argument(keyword.value) for keyword in node.keywords if keyword.arg},
    }
    if isinstance(row, Idiom):
        outcome = row.expand(use)
        assert isinstance(outcome, Rewrite | Remove | Flag)
        return outcome
    simple = row.simple(use) if row.simple else None
    if simple is not None:
        assert isinstance(simple, Rewrite | Flag)
        return simple
    leading = ([Code("s3")] if row.client and use.receiver else []) + ([use.member("")] if receivers == 2 else [])
    positional = [rendered(given) for given in node.args]
    keywords = {keyword.arg: rendered(keyword.value) for keyword in node.keywords if keyword.arg}
    return Rewrite(use.call(row.helper, *leading, *positional, **keywords), row.note)


def text_of(source: str, **facts: Any) -> str:
    """The code that stands for a call."""
    outcome = outcome_of(source, **facts)
    assert isinstance(outcome, Rewrite), outcome
    return outcome.code.text
