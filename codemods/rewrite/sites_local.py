"""Sites that change what an object holds locally: `obj.tags["x"] = y`, `del obj.tags["x"]`, `obj.tags.pop("x")`."""

from __future__ import annotations

import ast

from codemods.catalog.schema import BotoClass, HelpedField, Outcome, Rewrite
from codemods.code import Code, code
from codemods.rewrite.render import Renderer, attempt, receivers
from codemods.rewrite.sites_calls import combine, describe

_CHANGING = ("clear", "pop", "popitem", "setdefault", "update")


def changed_item(node: ast.stmt, renderer: Renderer) -> Code | None:
    """A whole statement that sets or deletes one item of such an attribute."""
    match node:
        case ast.Assign(targets=[ast.Subscript(value=ast.Attribute() as held, slice=key)], value=value):
            changed = _changed(held, held, renderer)
            if changed is None:
                return None
            name, item = renderer.render(key), renderer.render(value)
            return _call(changed, '"update"', code(f"{{{name}: {item}}}", name, item))
        case ast.Delete(targets=[ast.Subscript(value=ast.Attribute() as held, slice=key)]):
            changed = _changed(held, held, renderer)
            return _call(changed, '"pop"', renderer.render(key)) if changed is not None else None
    return None


def changed_by_method(node: ast.Call, renderer: Renderer) -> Code | None:
    """A call of one of dict's own methods that changes such an attribute."""
    match node.func:
        case ast.Attribute(value=ast.Attribute() as held, attr=method) if method in _CHANGING:
            if any(isinstance(arg, ast.Starred) for arg in node.args):
                return None
            changed = _changed(held, held, renderer)
            if changed is None:
                return None
            given = [renderer.render(arg) for arg in node.args]
            for keyword in node.keywords:
                value = renderer.render(keyword.value)
                given.append(code(f"{keyword.arg}={value}" if keyword.arg else f"**{value.term}", value))
            return _call(changed, f'"{method}"', *given)
    return None


def _call(changed: Code, method: str, *given: Code) -> Code:
    inside = ", ".join((method, *(part.text for part in given)))
    return code(f"{changed.text.removesuffix(')')}, {inside})", changed, *given)


def _changed(held: ast.Attribute, site: ast.expr, renderer: Renderer) -> Code | None:
    """The call that changes the attribute, with the record alone; None where the attribute has none."""
    atoms, mixed, _ = receivers(renderer.type_of(held.value), held.attr)
    catalog = renderer.draft.view.catalog
    rows = {atom.cls: catalog.member(atom.cls, held.attr) for atom in atoms}
    if not rows or mixed:
        return None
    outcomes: list[tuple[BotoClass, Outcome, list[str]]] = []
    for short, row in sorted(rows.items()):
        if not isinstance(row, HelpedField) or row.changed_by is None:
            return None
        use, helper = renderer.use(site, held.attr, held.value, catalog.classes[short]), row.changed_by
        made = attempt(lambda use=use, helper=helper: Rewrite(use.call(helper, use.member(""))))  # type: ignore[misc]
        outcomes.append((catalog.classes[short], made, use.notes))
    outcome, notes = combine(outcomes, held.value, renderer)
    api, service, rule = describe(atoms, held.attr, renderer)
    return renderer.settle(site, api, service, rule, outcome, notes)
