"""Sites that are read: attributes of boto 2 objects, methods handed on uncalled, names of boto 2."""

from __future__ import annotations

import ast

from codemods.catalog.schema import BotoClass, Constant, Flag, Helped, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import resources
from codemods.inference import facts
from codemods.inference.attributes import is_attribute
from codemods.inference.values import BotoName, Getter
from codemods.rewrite.errors import exception_attribute
from codemods.rewrite.imports import is_import_path
from codemods.rewrite.members import read_member
from codemods.rewrite.render import Renderer, attempt, receivers
from codemods.rewrite.sites_calls import combine, describe, foreign, is_boto3_already, mixture, other_service
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted


def attribute(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`obj.name`, read; a method that is not called is handed on as a callable."""
    parent = renderer.draft.parent(node)
    value = renderer.type_of(node.value)
    atoms, mixed, _ = receivers(value)
    if not atoms:
        return exception_attribute(node, renderer) or boto_name(node, renderer)
    api, service, rule = describe(atoms, node.attr, renderer)
    catalog = renderer.draft.view.catalog
    rows = {atom.cls: catalog.member(atom.cls, node.attr) for atom in atoms}
    if is_boto3_already(node, node.attr, atoms, renderer):
        return None
    is_called = isinstance(parent, ast.Call) and parent.func is node
    if is_called and not all(row is not None and is_attribute(row) for row in rows.values()):
        return None  # the call is the site
    outcomes: list[tuple[BotoClass, Outcome, list[str]]] = []
    for short in sorted(rows):
        cls, row = catalog.classes.get(short), rows[short]
        if mixed:
            renderer.flag(node, api, service, "mixed-types", mixture(value, renderer))
            return None
        if cls is None:
            renderer.flag(node, api, service, "other-services", foreign(short))
            return None
        use = renderer.use(node, node.attr, node.value, cls)
        if row is None:
            outcomes.append((cls, _own_attribute(use.member("").operand, node, cls, renderer), use.notes))
        else:
            outcomes.append((cls, attempt(lambda row=row, use=use: read_member(row, use)), use.notes))  # type: ignore[misc]
    outcome, notes = combine(outcomes, node.value, renderer)
    evidence = max(atom.evidence for atom in atoms)
    return renderer.settle(node, api, service, rule, outcome, notes, evidence)


def _own_attribute(record: str, node: ast.Attribute, cls: BotoClass, renderer: Renderer) -> Outcome:
    """An attribute that the program itself stores on boto 2 objects becomes an item of the dict."""
    stored = renderer.draft.view.analysis.facts.read(facts.bag(cls.short, node.attr), None)
    if not stored:
        return Flag(f"boto 2's {cls.short} has no {node.attr} that is known here; look at what the code expects")
    inner = renderer.render(node.value)
    return Rewrite(code(f"{record}[{quoted(node.attr)}]", inner), "an attribute of your own is now an item of the dict")


def boto_name(node: ast.Attribute | ast.Name, renderer: Renderer) -> Code | None:
    """A module, class, function or constant of boto 2, used as a value."""
    if not is_import_path(node, renderer.draft):
        return None
    parent = renderer.draft.parent(node)
    if isinstance(parent, ast.Attribute) and is_import_path(parent, renderer.draft):
        return None  # part of a longer path
    if isinstance(parent, ast.Call) and parent.func is node:
        return None  # the call is the site
    names = [atom for atom in renderer.type_of(node) if isinstance(atom, BotoName)]
    if len(names) != 1:
        return None
    dotted = names[0].name
    catalog = renderer.draft.view.catalog
    owner, _, last = dotted.rpartition(".")
    cls = catalog.class_named(dotted)
    if cls is not None:
        return _class_as_value(node, cls, renderer)
    holder = catalog.class_named(owner)
    row = catalog.member(holder.short, last) if holder is not None else None
    if isinstance(row, Constant) and holder is not None:
        service = client_service(holder.service)
        return renderer.settle(node, dotted, service, f"{holder.short}.{last}", Rewrite(row.value))
    found = catalog.function(dotted)
    if found is not None:
        module, member = found
        use = renderer.use(node, last)
        outcome = attempt(lambda: read_member(member, use))
        return renderer.settle(node, dotted, module.service, f"{module.name}.{last}", outcome, use.notes)
    if catalog.is_module(dotted):
        renderer.flag(
            node, dotted, other_service(dotted), "module-as-value", "use boto3 here instead of boto 2's module"
        )
        return None
    renderer.flag(node, dotted, other_service(dotted), "other-services", foreign(dotted))
    return None


def _class_as_value(node: ast.expr, cls: BotoClass, renderer: Renderer) -> Code | None:
    """A class that is handed on (`self.Key = Key`): what makes such objects now takes its place."""
    service = client_service(cls.service)
    row = renderer.draft.view.catalog.member(cls.short, "__init__")
    rule = f"{cls.short}.__init__"
    outcome: Outcome
    if cls.resource == "Object" and renderer.draft.view.styles.carries_client(cls):
        made = renderer.draft.call_helper(resources._new_object)
        outcome = Rewrite(code(made.text.removesuffix("()"), made))
    elif isinstance(row, Helped) and not row.client:
        use = renderer.use(node, "__init__", None, cls)
        outcome = attempt(lambda: read_member(row, use))
    else:
        advice = f"{cls.short} is handed on as a class; on boto3 there is no class to make or to test"
        outcome = Flag(advice)
    if isinstance(outcome, Rewrite) and _is_class_attribute(node, renderer):
        # A function, unlike the class that it replaces, would become a method of the class around it.
        outcome = Rewrite(code(f"staticmethod({outcome.code})", outcome.code), outcome.note)
    return renderer.settle(node, cls.name, service, rule, outcome)


def _is_class_attribute(node: ast.expr, renderer: Renderer) -> bool:
    statement = renderer.draft.parent(node)
    return isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(
        renderer.draft.parent(statement), ast.ClassDef
    )


def getter(node: ast.Call, renderer: Renderer) -> Code | None:
    """`operator.attrgetter("name", ...)` that is applied to boto 2 objects: a lambda with the new accesses."""
    analysis = renderer.draft.view.analysis
    getters = [atom for atom in renderer.type_of(node) if isinstance(atom, Getter) and atom.site is node]
    if not getters:
        return None
    value = analysis.facts.read(facts.applied(node), None)
    atoms, mixed, _ = receivers(value)
    if not atoms:
        return None
    subject = ast.copy_location(ast.Name("item", ast.Load()), node)
    made: list[Code] = []
    for name, argument in zip(getters[0].attributes, node.args, strict=True):
        api, service, rule = describe(atoms, name, renderer)
        if mixed:
            renderer.flag(argument, api, service, "mixed-types", mixture(value, renderer))
            continue
        outcome, notes = item_member(subject, name, sorted({atom.cls for atom in atoms}), renderer)
        settled = renderer.settle(argument, api, service, rule, outcome, notes)
        if settled is not None:
            made.append(settled)
    if len(made) != len(node.args):
        return None
    body = made[0].text if len(made) == 1 else f"({', '.join(part.text for part in made)})"
    return code(f"lambda item: {body}", *made, binding=Binding.LOOSE)


def item_member(subject: ast.expr, name: str, shorts: list[str], renderer: Renderer) -> tuple[Outcome, list[str]]:
    """What reads member `name` of `subject`, which can be of the classes `shorts`; a name made up for a lambda, too."""
    catalog = renderer.draft.view.catalog
    outcomes: list[tuple[BotoClass, Outcome, list[str]]] = []
    for short in shorts:
        cls, row = catalog.classes.get(short), catalog.member(short, name)
        if cls is None or row is None:
            return Flag(f"write the access to {name} out; it is not known what it is on a {short}"), []
        use = renderer.use(subject, name, subject, cls)
        if renderer.draft.parent(subject) is None:
            use.render = lambda inner: Code("item") if inner is subject else renderer.render(inner)
        outcomes.append((cls, attempt(lambda row=row, use=use: read_member(row, use)), use.notes))  # type: ignore[misc]
    return combine(outcomes, subject, renderer)
