"""The name of an object's class: `type(item).__name__`, `instance.__class__.__name__`."""

from __future__ import annotations

import ast

from codemods.catalog.schema import BotoClass, Flag, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.inference.values import Instance, Other
from codemods.rewrite.error_values import class_raised, rows_caught
from codemods.rewrite.errors import API, CLIENT_ERROR, class_code, rows_of
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.sites_calls import describe, telling_test
from codemods.rewrite.text import quoted

_ADVICE = "boto 2's class is gone, and so is its name: look at a member that only this kind of object has"


def class_name(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """The name that boto 2's class had, where it is known which classes it can be."""
    subject = _subject(node)
    if subject is None:
        return None
    if rows_caught(renderer.type_of(subject), renderer):
        return _error_class_name(node, subject, renderer)
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


def _error_class_name(node: ast.Attribute, subject: ast.expr, renderer: Renderer) -> Code | None:
    """The name of the class of an error that boto 2 raised; one of the program's own has its name still."""
    value = renderer.type_of(subject)
    if not isinstance(subject, ast.Name):
        return None
    servers = [row for row in rows_caught(value, renderer) if row.server]
    if not servers or any(isinstance(atom, Instance) for atom in value):
        return None
    error = renderer.render(subject)
    made = class_raised(servers, error, renderer)
    if Other.UNKNOWN in value or not _is_of_boto(subject, renderer) or _derives(renderer):
        client_error = class_code(CLIENT_ERROR, renderer)
        text = f"{made} if type({error}) is {client_error} else {renderer.draft.segment(node)}"
        made = code(text, made, error, client_error, binding=Binding.LOOSE)
    api = f"{API}.{servers[0].name}.__class__"
    return renderer.settle(node, api, "errors", f"errors.{servers[0].name}", Rewrite(made), is_name=True)


def _derives(renderer: Renderer) -> bool:
    """Has the program errors of its own that are boto 2's as well? They are caught with boto 2's."""
    return any(
        bool(rows_of(renderer.type_of(base)))
        for module in renderer.draft.view.analysis.program.modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    )


def _is_of_boto(subject: ast.Name, renderer: Renderer) -> bool:
    """True for what a clause caught that names errors of boto 2's services and nothing else."""
    current = renderer.draft.parent(subject)
    while current is not None and not (isinstance(current, ast.ExceptHandler) and current.name == subject.id):
        current = renderer.draft.parent(current)
    kinds = current.type if isinstance(current, ast.ExceptHandler) else None
    parts = kinds.elts if isinstance(kinds, ast.Tuple) else [kinds]
    return all(part is not None and any(row.server for row in rows_of(renderer.type_of(part))) for part in parts)


def _name(classes: list[BotoClass], subject: ast.expr, renderer: Renderer) -> Outcome:
    classes = sorted(classes, key=lambda cls: not cls.test)  # those that have a test of their own tell best
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
