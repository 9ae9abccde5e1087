"""Sites that are written: attributes of boto 2 objects on the left of an assignment."""

from __future__ import annotations

import ast

from codemods.catalog.others import advice_for
from codemods.catalog.schema import BotoClass, Field, Flag, Form, HelpedField, Idiom, Outcome, Remove, Rewrite
from codemods.code import Code, code
from codemods.rewrite.members import place_of
from codemods.rewrite.render import Renderer, attempt, receivers
from codemods.rewrite.sites_calls import combine, describe, mixture
from codemods.rewrite.text import quoted
from codemods.rewrite.tuning import TUNED, is_absorbed


def stored_attribute(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`obj.name` as the target of an assignment, of `del`, or of `+=`."""
    if isinstance(node.ctx, ast.Load):
        return None
    value = renderer.type_of(node.value)
    atoms, mixed, _ = receivers(value, node.attr)
    if not atoms:
        return None
    api, service, rule = describe(atoms, node.attr, renderer)
    catalog = renderer.draft.view.catalog
    outcomes: list[tuple[BotoClass, Outcome, list[str]]] = []
    for short in sorted({atom.cls for atom in atoms}):
        cls = catalog.classes.get(short)
        if cls is None:
            renderer.flag(node, api, service, "other-services", advice_for(short))
            return None
        if mixed:
            renderer.flag(node, api, service, "mixed-types", mixture(value, renderer))
            return None
        if node.attr in TUNED and is_absorbed(node, renderer.draft.view, renderer.draft.module):
            renderer.draft.removed.add(renderer.draft.statement(node))
            return renderer.settle(node, api, service, rule, Remove(note="is part of the client's Config now"))
        if node.attr == "https_validate_certificates" and cls.form is Form.CLIENT and is_assigned(node, renderer):
            renderer.draft.removed.add(renderer.draft.statement(node))
            return renderer.settle(node, api, service, rule, Remove(note=_CERTIFICATES))
        use = renderer.use(node, node.attr, node.value, cls)
        row = catalog.member(short, node.attr)
        made_anew = _made_anew(node.value, renderer)
        if made_anew:
            outcomes.append((cls, Flag(_ANEW.format(made_anew)), []))
        elif isinstance(row, Field) and row.settable:
            outcomes.append((cls, attempt(lambda row=row, use=use: Rewrite(place_of(row, use), row.note)), use.notes))  # type: ignore[misc]
        elif row is None and cls.form is Form.RECORD:
            record = use.member("")
            made = code(f"{record.operand}[{quoted(node.attr)}]", record)
            outcomes.append((cls, Rewrite(made, "an attribute of your own is now an item of the dict"), use.notes))
        else:
            advice = f"setting {node.attr} on a {short} changed only the local object in boto 2; give it to the call"
            outcomes.append((cls, Flag(advice), []))
    outcome, notes = combine(outcomes, node.value, renderer)
    if isinstance(outcome, Rewrite) and not _is_target(outcome.code):
        outcome = Flag(f"{node.attr} stands in different places for what can arrive here: store it for each kind apart")
    return renderer.settle(node, api, service, rule, outcome, notes)


_ANEW = "{0} is made anew at each reading, so that this is lost: keep it in a variable, change that, and hand it on"


def _made_anew(node: ast.expr, renderer: Renderer) -> str:
    """The attribute whose items an object is one of, where no variable keeps what the attribute gave."""
    match node:
        case ast.Subscript(value=holder) | ast.Call(func=ast.Attribute(attr="get" | "values" | "items", value=holder)):
            pass
        case ast.Name(id=name):
            loop = _loop_of(node, name, renderer)
            return _made_anew(loop.iter, renderer) if loop is not None else ""
        case _:
            holder = node
    if not isinstance(holder, ast.Attribute):
        return ""
    atoms = receivers(renderer.type_of(holder.value))[0]
    rows = [renderer.draft.view.catalog.member(atom.cls, holder.attr) for atom in atoms]
    computed = bool(rows) and all(isinstance(row, HelpedField) and row.gives[:1] in ("{", "[") for row in rows)
    return holder.attr if computed else ""


def _loop_of(node: ast.Name, name: str, renderer: Renderer) -> ast.For | None:
    """The innermost loop around a name that binds it."""
    current: ast.AST | None = node
    while current is not None and not isinstance(current, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        if isinstance(current, ast.For) and any(
            isinstance(inner, ast.Name) and inner.id == name for inner in ast.walk(current.target)
        ):
            return current
        current = renderer.draft.parent(current)
    return None


_CERTIFICATES = "boto3 verifies certificates, as boto 2 did on current Pythons whatever this said"


def is_assigned(node: ast.Attribute, renderer: Renderer) -> bool:
    """Is this the one target of an assignment of something that does nothing but be there?"""
    statement = renderer.draft.parent(node)
    return isinstance(statement, ast.Assign) and len(statement.targets) == 1 and _is_idle(statement.value)


def _is_idle(node: ast.expr) -> bool:
    return not any(isinstance(inner, ast.Call | ast.Await | ast.NamedExpr) for inner in ast.walk(node))


def _is_target(made: Code) -> bool:
    """True for code that can stand on the left of an assignment: an attribute or an item, no choice between two."""
    return isinstance(ast.parse(made.text, mode="eval").body, ast.Attribute | ast.Subscript)


def assignment(node: ast.Assign, renderer: Renderer) -> Code | None:
    """A whole assignment whose row decides it (`Idiom.assign`)."""
    if len(node.targets) != 1 or not isinstance(node.targets[0], ast.Attribute):
        return None
    target = node.targets[0]
    atoms, mixed, _ = receivers(renderer.type_of(target.value), target.attr)
    catalog = renderer.draft.view.catalog
    shorts = sorted({atom.cls for atom in atoms})
    rows = [catalog.member(short, target.attr) for short in shorts]
    row = rows[0] if rows else None
    if mixed or len(rows) != 1 or not isinstance(row, Idiom) or row.assign is None:
        return None
    api, service, rule = describe(atoms, target.attr, renderer)
    use = renderer.use(target, target.attr, target.value, catalog.classes[shorts[0]])
    use.arguments = {"value": use.argument(node.value)}
    use.result_used = False
    assign = row.assign
    return renderer.settle(target, api, service, rule, attempt(lambda: assign(use)), use.notes)


def stored_item(node: ast.Subscript, renderer: Renderer) -> Code | None:
    """`obj.tags["x"] = y`: what an attribute computed is a copy, so storing into it would be lost."""
    if isinstance(node.ctx, ast.Load) or not isinstance(node.value, ast.Attribute):
        return None
    owner = node.value
    atoms, _, _ = receivers(renderer.type_of(owner.value))
    if not atoms:
        return None
    catalog = renderer.draft.view.catalog
    rows = [catalog.member(atom.cls, owner.attr) for atom in atoms]
    if all(isinstance(row, Field) for row in rows):
        row = rows[0]
        assert isinstance(row, Field)
        if row.settable and row.gives.startswith("{") and "." not in row.member:
            use = renderer.use(owner, owner.attr, owner.value, catalog.classes[atoms[0].cls])
            record = use.member("")
            made = code(f"{record.operand}.setdefault({quoted(row.member)}, {{}})", record)
            api, service, rule = describe(atoms, owner.attr, renderer)
            inner = renderer.settle(owner, api, service, rule, Rewrite(made))
            index = renderer.render(node.slice)
            return code(f"{inner}[{index}]", made, index) if inner is not None else None
        return None
    api, service, rule = describe(atoms, owner.attr, renderer)
    renderer.flag(
        node,
        api,
        service,
        rule,
        f"storing into {owner.attr} changed only the local object in boto 2 and is lost on boto3; use a variable",
    )
    return None
