"""One code for an object that can be of several boto 2 classes: an instance or a volume, a subnet or a route table."""

from __future__ import annotations

import ast
import re

from codemods import service_models
from codemods.catalog.schema import BotoClass, Field, Form, Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import ec2_values
from codemods.rewrite.render import Renderer
from codemods.rewrite.styles import Styles, client_service
from codemods.rewrite.text import quoted

_PLACE = "\0"


def one_code(outcomes: list[tuple[BotoClass, Rewrite]], receiver: ast.expr, renderer: Renderer) -> Rewrite | None:
    """The code that is right for all classes, where their codes differ in the id's name or in `.get` alone."""
    softest = _softest([outcome for _, outcome in outcomes])
    if softest is not None:
        return softest
    styles, text = renderer.draft.view.styles, renderer.render(receiver).operand
    masked = {_masked(outcome.code.text, cls, text, styles) for cls, outcome in outcomes}
    if len(masked) != 1 or _PLACE not in min(masked):
        return None
    classes = [cls for cls, _ in outcomes]
    first = outcomes[0][1]
    if all(styles.carries_client(cls) for cls in classes):
        identifier = Code(f"{text}.id")
    else:
        if any(styles.carries_client(cls) for cls in classes):
            return None
        names = _told_by([_id_member(cls) for cls in classes], classes)
        members = [Code(quoted(name)) for name in names or ()]
        by_name = renderer.draft.call_helper(ec2_values._id_of, Code(text), *members)
        found = by_name if names is not None else _id_by_tests(classes, text, styles)
        if found is None:
            return None
        identifier = found
    alone = min(masked) == _PLACE
    made = code(min(masked).replace(_PLACE, identifier.text), first.code, identifier, binding=first.code.binding)
    if alone and identifier.text.startswith("("):
        made = code(identifier.text[1:-1], first.code, binding=Binding.LOOSE)
    return Rewrite(made, first.note)


def _id_by_tests(classes: list[BotoClass], text: str, styles: Styles) -> Code | None:
    """The id of what can be a volume or a snapshot, which have each other's ids as well."""
    tests = {cls.short: id_test(cls, [other for other in classes if other is not cls], text, styles) for cls in classes}
    ordered = sorted(classes, key=lambda cls: bool(tests[cls.short]))
    if not all(tests[cls.short] for cls in ordered[1:]):
        return None
    made = f"{text}[{quoted(_id_member(ordered[0]))}]"
    for cls in ordered[1:]:
        made = f"{text}[{quoted(_id_member(cls))}] if {tests[cls.short]} else {made}"
    return Code(f"({made})")


def _softest(outcomes: list[Rewrite]) -> Rewrite | None:
    """The code that reads a member with `.get`, where others are sure to have it."""
    soft = {re.sub(r'\["(\w+)"\]', r'.get("\1")', outcome.code.text) for outcome in outcomes}
    return next((outcome for outcome in outcomes if {outcome.code.text} == soft), None)


def _id_member(cls: BotoClass) -> str:
    return next(iter(cls.address.values()), "") if len(cls.address) == 1 else ""


def _masked(text: str, cls: BotoClass, subject: str, styles: Styles) -> str:
    member = _id_member(cls)
    if not member:
        return text
    names = [f'{styles.record(cls, subject)}["{member}"]']
    if styles.carries_client(cls):
        names.append(f"{subject}.{service_models.method_name(member)}")
    for name in names:
        text = text.replace(name, _PLACE)
    return text


def _has(cls: BotoClass, member: str) -> bool:
    shape = service_models.named_shape(client_service(cls.service), cls.shape) if cls.shape else None
    return service_models.shape_at(shape, member) is not None if shape is not None else True


def _told_by(members: list[str], classes: list[BotoClass]) -> list[str] | None:
    """The ids' names in an order in which the first that a record has is its own; None when there is no such order."""
    left = dict(zip(members, classes, strict=True))
    if "" in left or len(left) != len(classes):
        return None
    ordered: list[str] = []
    while left:
        own = [name for name, cls in left.items() if not any(_has(o, name) for n, o in left.items() if n != name)]
        if not own:
            return None
        ordered += own
        left = {name: cls for name, cls in left.items() if name not in own}
    return ordered


def id_test(cls: BotoClass, others: list[BotoClass], subject: str, styles: Styles) -> str:
    """A test that is true for a record of `cls` alone: it has a member, always, that no other class has."""
    if cls.form is not Form.RECORD:
        return ""
    carried = styles.carries_client(cls)
    alike = [other for other in others if styles.carries_client(other) is carried]
    kind = f'hasattr({subject}, "meta")' if carried else f"isinstance({subject}, dict)"
    if others and not alike and all(other.form is Form.RECORD for other in others):
        return kind
    found = _member_test(cls, alike, subject, styles)
    return f"({kind} and {found})" if found and len(alike) < len(others) else found


def _member_test(cls: BotoClass, others: list[BotoClass], subject: str, styles: Styles) -> str:
    sure = [row.member.partition(".")[0] for row in cls.members if isinstance(row, Field) and row.sure]
    for member in (_id_member(cls), *sure):
        if member and not any(_has(other, member) for other in others):
            return f'"{member}" in {styles.record(cls, subject)}'
    return ""
