"""Templates that look into objects: `"{0.name} {0.size}".format(key)`, or show them with quotes: `"%r" % key`."""

from __future__ import annotations

import ast
import re
import string
from dataclasses import dataclass

from codemods.catalog.schema import Flag, Form, Outcome, Rewrite
from codemods.code import Code, code
from codemods.inference.values import Boto, literal_of
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.sites_calls import describe
from codemods.rewrite.sites_protocols import LOGGING
from codemods.rewrite.sites_reads import item_member
from codemods.rewrite.text import quoted

_BY_HAND = "the template reads members that boto3's value has under other names; give them to format() as values"

_STEP = re.compile(r"\.[^.\[]+|\[[^\]]+\]")


@dataclass(frozen=True)
class _Place:
    """A replacement field: its name as it is written, the argument that it shows, and what it reads of that."""

    written: str
    shown: ast.expr
    path: tuple[tuple[bool, str | int], ...]


def template_members(node: ast.Call, renderer: Renderer) -> Code | None:
    """`"{0.name}".format(key)`: the same text, with the members as values of their own."""
    func = node.func
    if not (isinstance(func, ast.Attribute) and func.attr == "format"):
        return None
    template = literal_of(renderer.type_of(func.value))
    places = _places(template, node) if template is not None else None
    read = [place for place in places or () if place.path[:1] and place.path[0][0] and _atoms(place, renderer)]
    if not read:
        return None
    api, service, rule = describe(_atoms(read[0], renderer), str(read[0].path[0][1]), renderer)
    notes: list[str] = []
    written = func.value if isinstance(func.value, ast.Constant) else None
    outcome = _with_values(node, written, places or [], renderer, notes)
    return renderer.settle(node, api, service, rule, outcome, notes)


def _places(template: str, node: ast.Call) -> list[_Place] | None:
    """The fields of a template; None when they cannot be told."""
    given: dict[str | int, ast.expr] = dict(enumerate(node.args))
    given.update({keyword.arg: keyword.value for keyword in node.keywords if keyword.arg is not None})
    places: list[_Place] = []
    try:
        fields = [field for field in string.Formatter().parse(template) if field[1] is not None]
        for number, (_, name, _, _) in enumerate(fields):
            first = re.split(r"[.\[]", name or "", maxsplit=1)[0]
            steps = _STEP.findall((name or "")[len(first) :])
            shown = given[int(first) if first.isdigit() else first or number]
            places.append(_Place(name or "", shown, tuple(_step(step) for step in steps)))
    except (KeyError, ValueError):
        return None
    nested = any("{" in (spec or "") for _, _, spec, _ in fields)
    return None if nested or any(isinstance(argument, ast.Starred) for argument in node.args) else places


def _step(text: str) -> tuple[bool, str | int]:
    """One step of a field's name: whether it is an attribute, and the name or the index."""
    name = text.strip(".[]")
    return text.startswith("."), int(name) if name.isdigit() else name


def _atoms(place: _Place, renderer: Renderer) -> list[Boto]:
    return receivers(renderer.type_of(place.shown))[0]


def _with_values(
    node: ast.Call, constant: ast.Constant | None, places: list[_Place], renderer: Renderer, notes: list[str]
) -> Outcome:
    """The call with one argument for each field."""
    shown = [place.shown for place in places]
    arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
    acting = [argument for argument in arguments if any(isinstance(part, ast.Call) for part in ast.walk(argument))]
    if any(shown.count(argument) != 1 for argument in acting) or acting != [each for each in shown if each in acting]:
        return Flag(_BY_HAND)
    text = _without_names(renderer.draft.segment(constant), places) if constant is not None else None
    if text is None:
        return Flag(_BY_HAND)
    values: list[Code] = []
    for place in places:
        outcome, more = _value(place, renderer)
        if not isinstance(outcome, Rewrite):
            return outcome
        notes += more
        values.append(outcome.code)
    return Rewrite(code(f"{text}.format({', '.join(value.text for value in values)})", *values))


def _without_names(text: str, places: list[_Place]) -> str | None:
    """The literal with every field left to its number; None where it does not show the fields as they are."""
    made, rest = "", text.replace("{{", "\0\0")
    for place in places:
        before, found, rest = rest.partition("{" + place.written)
        if not found or "{" in before:
            return None
        made += before + "{"
    return (made + rest).replace("\0\0", "{{")


def _value(place: _Place, renderer: Renderer) -> tuple[Outcome, list[str]]:
    atoms, mixed, _ = receivers(renderer.type_of(place.shown))
    path = list(place.path)
    notes: list[str] = []
    if not (atoms and path and path[0][0]):
        made = renderer.render(place.shown)
    else:
        shorts = sorted({atom.cls for atom in atoms})
        outcome, notes = item_member(place.shown, str(path.pop(0)[1]), shorts, renderer)
        if mixed or not isinstance(outcome, Rewrite):
            return outcome if isinstance(outcome, Flag) else Flag(_BY_HAND), []
        made = outcome.code
        if any(is_attribute for is_attribute, _ in path):
            return Flag(_BY_HAND), []
    for is_attribute, name in path:
        step = f".{name}" if is_attribute else f"[{quoted(name) if isinstance(name, str) else name}]"
        made = code(made.operand + step, made)
    return Rewrite(made), notes


_PLACEHOLDER = re.compile(
    r"%(?P<key>\()?[#0\- +]*(?P<width>\*|\d+)?(?:\.(?P<precision>\*|\d+))?[hlL]?(?P<kind>[a-zA-Z%])"
)


def represented_text(node: ast.Constant, renderer: Renderer) -> Code | None:
    """`"%r" % key`, also in logging: an object was shown without quotes, and it is a text of its own now."""
    operands = _operands(node, renderer) if isinstance(node.value, str) and "r" in node.value else []
    text = renderer.draft.segment(node)
    found = [match for match in _PLACEHOLDER.finditer(text) if match["kind"] != "%"]
    if len(found) != len(operands) or any("*" in match[0] or match["key"] for match in found):
        return None
    made = list(text)
    for match, operand in zip(found, operands, strict=True):
        if match["kind"] == "r" and _is_object(operand, renderer):
            made[match.end() - 1] = "s"
    return Code("".join(made)) if "".join(made) != text else None


def _operands(node: ast.Constant, renderer: Renderer) -> list[ast.expr]:
    """What the placeholders of a text stand for."""
    match renderer.draft.parent(node):
        case ast.BinOp(op=ast.Mod(), left=left, right=ast.Tuple(elts=shown)) if left is node:
            return shown
        case ast.BinOp(op=ast.Mod(), left=left, right=shown) if left is node:
            return [shown]
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *shown]) if first is node and name in LOGGING:
            return shown
        case _:
            return []


def _is_object(operand: ast.expr, renderer: Renderer) -> bool:
    """True for what is turned into a text where it is shown."""
    atoms, mixed, _ = receivers(renderer.type_of(operand))
    classes = [renderer.draft.view.catalog.classes.get(atom.cls) for atom in atoms]
    return bool(atoms) and not mixed and all(cls is not None and cls.form is not Form.CLIENT for cls in classes)
