"""A small planner: enough to turn one line of boto 2 into the code that a row of the EC2 tables stands for.

It does what `codemods.catalog.schema` says that a planner does, and nothing else, so that the tests of the tables
need neither the inference nor files.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import botocore
import botocore.session

from codemods.catalog.ec2 import EC2
from codemods.catalog.schema import (
    NO_LITERAL,
    PLAIN,
    Argument,
    BotoClass,
    Constant,
    Field,
    Flag,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Member,
    Operation,
    Param,
    Remove,
    Rewrite,
)
from codemods.catalog.vpc import VPC
from codemods.code import Code, Helper, HelperFunction, Import, code
from codemods.emitted import (
    common,
    ec2_devices,
    ec2_instances,
    ec2_launch,
    ec2_network,
    ec2_reserved,
    ec2_security,
    ec2_storage,
    ec2_tags,
    ec2_values,
    ec2_vpc,
)

TABLES = (*EC2, *VPC)
CLASSES = {table.short: table for table in TABLES if isinstance(table, BotoClass)}
MODEL = botocore.session.get_session().get_service_model("ec2")
PAGINATORS = botocore.session.get_session().get_paginator_model("ec2")

HELPERS: dict[str, Any] = {
    name: value
    for module in (
        common,
        ec2_devices,
        ec2_instances,
        ec2_launch,
        ec2_network,
        ec2_reserved,
        ec2_security,
        ec2_storage,
        ec2_tags,
        ec2_values,
        ec2_vpc,
    )
    for name, value in vars(module).items()
    if inspect.isfunction(value)
}
"""Every emitted helper by name: what the code of a row may call."""


def rows(short: str) -> dict[str, Member]:
    """All rows of a class by name, with those of its bases."""
    table = CLASSES[short]
    found: dict[str, Member] = {}
    for base in reversed(table.bases):
        found.update(rows(base))
    found.update({member.name: member for member in table.members})
    return found


def shape_at(shape: Any, path: str) -> Any:
    """The shape that a path leads to below `shape`, or None; `X[]` is an element of the list X."""
    for part in path.split("."):
        if shape is None:
            return None
        shape = getattr(shape, "members", {}).get(part.removesuffix("[]"))
        if part.endswith("[]"):
            shape = getattr(shape, "member", None)
    return shape


def quoted(text: str) -> str:
    """Source text of a str."""
    return f'"{text}"'


@dataclass
class LineUse:
    """A `Use` made from an expression. `types` say what names hold: a class's short name, or builtin types."""

    node: ast.expr
    cls: BotoClass
    types: Mapping[str, str] = field(default_factory=dict)
    read: frozenset[str] = frozenset()
    result_used: bool = True
    origins: frozenset[str] = frozenset()
    arguments: dict[str, Argument] = field(default_factory=dict)

    @property
    def receiver_node(self) -> ast.expr | None:
        node = self.node.func if isinstance(self.node, ast.Call) else self.node
        return node.value if isinstance(node, ast.Attribute) else None

    @property
    def receiver(self) -> Argument | None:
        return self.argument(self.receiver_node) if self.receiver_node is not None else None

    def client(self) -> Code:
        return Code("client")

    def member(self, path: str, of: Argument | None = None) -> Code:
        node = of.node if of is not None else self.receiver_node
        assert node is not None
        return Code(ast.unparse(node) + "".join(f"[{quoted(part)}]" for part in path.split(".") if part))

    def argument(self, node: ast.expr) -> Argument:
        try:
            literal = ast.literal_eval(node)
        except ValueError:
            literal = NO_LITERAL
        names = self.types.get(ast.unparse(node), "")
        kinds = frozenset(names.replace("?", " None").split())
        if literal is not NO_LITERAL:
            kinds = frozenset({"None" if literal is None else type(literal).__name__})
        classes = frozenset(kind for kind in kinds if "." in kind)
        return Argument(Code(ast.unparse(node)), node, classes, kinds - classes, bool(kinds), literal)

    def call(self, helper: HelperFunction, *positional: Code, **keywords: Code) -> Code:
        inside = [each.text for each in positional] + [f"{name}={each}" for name, each in keywords.items()]
        parts = [*positional, *keywords.values()]
        return code(f"{helper.__name__}({', '.join(inside)})", *parts, needs=[Helper(helper)])

    def imported(self, module: str, name: str = "") -> Code:
        return Code(name or module, frozenset({Import(module, name)}))

    def reads(self, *members: str) -> bool:
        return not self.read.isdisjoint(members)

    def reads_later(self, *members: str, refreshed_by: str = "", besides: tuple[str, ...] = ()) -> bool:
        return self.reads(*members) if members else bool(self.read - set(besides))

    def result_reads(self, *besides: str) -> bool:
        return True

    def writes(self, *members: str) -> bool:
        return False

    def calls(self, *members: str) -> bool:
        return False

    def called_anywhere(self, member: str) -> bool:
        return False


class Refused(Exception):
    """The row leaves this use to a person; the message is its advice."""


def plan(
    line: str, short: str, types: Mapping[str, str] | None = None, reads: Iterable[str] = (), used: bool = True
) -> str:
    """The code that stands for `line`, whose receiver (or constructed object) is of class `short`."""
    node = ast.parse(line, mode="eval").body
    use = LineUse(node, CLASSES[short], types or {}, frozenset(reads), used)
    called = node.func if isinstance(node, ast.Call) else node
    name = called.attr if isinstance(called, ast.Attribute) else "__init__"
    row = rows(short)[name]
    if isinstance(row, Field):
        return field_text(row, ast.unparse(called.value), CLASSES[short].shape, use)
    if isinstance(row, HelpedField):
        return f"{row.helper.__name__}({ast.unparse(called.value)})"
    if isinstance(row, Constant):
        return row.value.text
    if isinstance(row, Manual):
        raise Refused(row.advice)
    if isinstance(row, Idiom) and row.attribute:
        return settled(row.expand(use), use)
    assert isinstance(node, ast.Call)
    if isinstance(row, Helped):
        return helped(row, use, node)
    bind(use, node, [param.name for param in row.params])
    for param in row.params:
        if param.refused and param.name in use.arguments:
            raise Refused(param.refused)
    return settled(row.expand(use) if isinstance(row, Idiom) else row, use)


def bind(use: LineUse, call: ast.Call, names: list[str]) -> None:
    """Arguments by the names of the parameters."""
    starred = [name for name in names if name.startswith("*")]
    assert len(call.args) <= len(names) or starred, f"too many arguments: {ast.unparse(call)}"
    pairs = list(zip(names, call.args, strict=False)) + [(each.arg or "", each.value) for each in call.keywords]
    assert {name for name, _ in pairs} <= set(names), f"unknown arguments: {ast.unparse(call)}"
    use.arguments = {name: use.argument(value) for name, value in pairs}


def settled(outcome: object, use: LineUse) -> str:
    """The text of an outcome."""
    if isinstance(outcome, Operation):
        return operation_text(outcome, use)
    if isinstance(outcome, Rewrite):
        return outcome.code.text
    if isinstance(outcome, Remove):
        return outcome.value.text
    assert isinstance(outcome, Flag)
    raise Refused(outcome.advice)


def helped(row: Helped, use: LineUse, call: ast.Call) -> str:
    """The call of a helper, or the simple form of it."""
    leading = [Code("client")] if row.client else []
    if use.cls.form is not Form.CLIENT and row.name != "__init__":
        leading.append(use.member(""))
    bind(use, call, list(inspect.signature(row.helper).parameters)[len(leading) :])
    for name, advice in row.refused.items():
        if name in use.arguments:
            raise Refused(advice)
    simple = row.simple(use) if row.simple else None
    if simple is not None:
        return settled(simple, use)
    given = [each.text for each in leading] + [ast.unparse(each) for each in (*call.args, *call.keywords)]
    return f"{row.helper.__name__}({', '.join(given)})"


def converted(param: Param, argument: Argument, use: LineUse) -> tuple[str, bool]:
    """The value for a parameter, and whether it is left out when it turns out to be None."""
    value = param.convert.render(argument, use)
    if param.when_true and not argument.is_literal:
        return f"({value}) or None", True
    perhaps = not param.required and argument.may_be_none and not argument.is_literal
    if not perhaps or param.convert.takes_none:
        return value.text, False
    if param.convert is PLAIN or value.text == argument.code.text:
        return value.text, True
    return f"None if {argument.code} is None else {value}", True


def operation_text(row: Operation, use: LineUse) -> str:
    """The call of the client's method."""
    tree: dict[str, Any] = {}

    def put(path: str, text: str, perhaps: bool = False) -> None:
        *outer, last = path.split(".")
        level = tree
        for part in outer:
            level = level.setdefault(part, {})
        wraps = last.endswith("[]")
        level[last.removesuffix("[]")] = (f"[{text}]" if wraps else text, perhaps)

    for path, member in (use.cls.address if row.receiver is None else row.receiver).items():
        put(path, use.member(member).text)
    for param in row.params:
        argument = use.arguments.get(param.name)
        if argument is None:
            if param.default:
                put(param.to, param.default)
        elif param.refused:
            raise Refused(param.refused)
        elif param.to and argument.literal is not None and not (param.when_true and not argument.literal):
            put(param.to, *converted(param, argument, use))
    for path, text in row.fixed.items():
        put(path, text)
    call = method_call(row, tree)
    if row.gives == "true":
        return f"bool({call})"
    value = call + "".join(f"[{quoted(part)}]" for part in row.at.split(".") if part)
    return f"{row.shown_by.__name__}({value})" if row.shown_by else value


def method_call(row: Operation, tree: Mapping[str, Any]) -> str:
    """The call of the method, or of its paginator where there is one and no page is asked for."""
    method = botocore.xform_name(row.calls)
    head = row.at.partition(".")[0]
    arguments = f"**{given(tree)}" if tree else ""
    try:
        keys = PAGINATORS.get_paginator(row.calls)["result_key"]
    except ValueError:
        keys = ()
    if head and head == keys and not {"MaxResults", "NextToken"} & set(tree):
        return f"client.get_paginator({quoted(method)}).paginate({arguments}).build_full_result()"
    return f"client.{method}({arguments})"


def given(tree: Mapping[str, Any]) -> str:
    """A structure of the request: what turns out to be None is left out."""
    parts = []
    for name, value in tree.items():
        parts.append(f"{name}={value[0] if isinstance(value, tuple) else given(value) + ' or None'}")
    return f"_given({', '.join(parts)})"


def field_text(row: Field, record: str, shape_name: str, use: LineUse) -> str:
    """The expression for an attribute of a record."""
    *outer, last = row.member.split(".")
    text = record
    for part in outer:
        text += f"[{quoted(part)}]" if row.sure else f".get({quoted(part)}, {{}})"
    text += f"[{quoted(last)}]" if row.sure else f".get({quoted(last)}{', ' + row.absent if row.absent else ''})"
    if row.show is not None:
        return row.show(Code(text), use).text
    shape = shape_at(MODEL.shape_for(shape_name), row.member) if shape_name else None
    return f"_iso_z({text})" if shape is not None and shape.type_name == "timestamp" else text


def run(text: str, **names: Any) -> Any:
    """The value of planned code, with every helper at hand."""
    return eval(text, dict(HELPERS, **names))
