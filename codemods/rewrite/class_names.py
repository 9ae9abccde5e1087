"""The name of an object's class: `type(item).__name__`, `instance.__class__.__name__`."""

from __future__ import annotations

import ast

from codemods.catalog.schema import BotoClass, Flag, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.sites_calls import describe, telling_test
from codemods.rewrite.text import quoted

_ADVICE = "boto 2's class is gone, and so is its name: look at a member that only this kind of object has"


def class_name(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """The name that boto 2's class had, where it is known which classes it can be."""
    subject = _subject(node)
    if subject is None:
        return None
    atoms, mixed, unknown = receivers(renderer.type_of(subject))
    known = renderer.draft.view.catalog.classes
    classes = [known[short] for short in sorted({atom.cls for atom in atoms}) if short in known]
    if not classes:
        return None
    api, service, _ = describe(atoms, "__class__", renderer)
    asks = any(isinstance(inner, ast.Call) for inner in ast.walk(subject))
    is_clear = not asks and not mixed and not unknown and len(classes) == len({atom.cls for atom in atoms})
    outcome = _name(classes, subject, renderer) if is_clear else Flag(_ADVICE)
    return renderer.settle(node, api, service, "types.test", outcome, is_name=True)


def _name(classes: list[BotoClass], subject: ast.expr, renderer: Renderer) -> Outcome:
    names = [quoted(cls.name.rpartition(".")[2]) for cls in classes]
    if len(classes) == 1:
        return Rewrite(Code(names[0]))
    tests = [telling_test(cls, classes, subject, renderer) for cls in classes]
    if len(classes) > 2 or not isinstance(subject, ast.Name) or not all(tests):
        return Flag(_ADVICE)
    made = renderer.render(subject)
    return Rewrite(code(f"{names[0]} if {tests[0]} else {names[1]}", made, binding=Binding.LOOSE))


def _subject(node: ast.Attribute) -> ast.expr | None:
    match node:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="type"), args=[subject], keywords=[]), attr="__name__"):
            return subject
        case ast.Attribute(value=ast.Attribute(value=subject, attr="__class__"), attr="__name__"):
            return subject
        case _:
            return None
