"""Sites that are calls: methods of boto 2 objects, and boto 2's own functions and classes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import service_models
from codemods.catalog.others import advice_for, other_service
from codemods.catalog.schema import BotoClass, Flag, Form, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.inference.attributes import is_attribute
from codemods.inference.program import ROOT
from codemods.inference.usage import ALSO_ELSEWHERE, connection_methods
from codemods.inference.values import Boto, BotoMethod, BotoName, Other, Value
from codemods.rewrite.connections import REGIONS, connect, connect_region, with_credentials
from codemods.rewrite.imports import is_import_path
from codemods.rewrite.members import call_member
from codemods.rewrite.render import Renderer, attempt, receivers
from codemods.rewrite.several import id_test, one_code
from codemods.rewrite.styles import client_service


def method_call(node: ast.Call, renderer: Renderer) -> Code | None:
    """`obj.method(...)` on a boto 2 object."""
    func = node.func
    if not isinstance(func, ast.Attribute):
        return None
    value = renderer.type_of(func.value)
    atoms, mixed, _ = receivers(value, func.attr)
    if not atoms:
        return _inherited(node, func, renderer) or _looks_like_boto(node, func, renderer)
    catalog = renderer.draft.view.catalog
    rows = {atom.cls: catalog.member(atom.cls, func.attr) for atom in atoms}
    if is_boto3_already(node, func.attr, atoms, renderer):
        return None
    if all(row is not None and is_attribute(row) for row in rows.values()):
        return None  # the attribute is a site of its own, and what it gives is called
    api, service, rule = describe(atoms, func.attr, renderer)
    if mixed and all(row is None and short in catalog.classes for short, row in rows.items()):
        return None  # what has the member is not boto 2's: its objects never got here
    if mixed:
        renderer.flag(node, api, service, "mixed-types", mixture(value, renderer))
        return None
    if any(row is not None for row in rows.values()):
        rows = {short: row for short, row in rows.items() if row is not None}  # on the others it failed in boto 2, too
    if func.attr == "connect" and set(rows) <= REGIONS and len(rows) == 1:
        return renderer.settle(node, api, service, rule, connect_region(node, func, min(rows), renderer))
    outcomes: list[tuple[BotoClass, Outcome, list[str]]] = []
    for short in sorted(rows):
        cls = catalog.classes.get(short)
        if cls is None:
            renderer.flag(node, api, service, "other-services", advice_for(short))
            return None
        row = rows[short]
        if row is None:
            renderer.flag(node, api, service, rule, f"boto 2's {cls.short} has no {func.attr} that is known here")
            return None
        use = renderer.use(node, func.attr, func.value, cls)
        outcome = attempt(lambda row=row, use=use: call_member(row, use, node))  # type: ignore[misc]
        outcomes.append((cls, outcome, use.notes))
    outcome, notes = combine(outcomes, func.value, renderer)
    evidence = max(atom.evidence for atom in atoms)
    return renderer.settle(node, api, service, rule, outcome, notes, evidence)


_CLIENT_MEMBERS = frozenset("meta exceptions get_paginator get_waiter can_paginate waiter_names".split())


def is_boto3_already(node: ast.expr, member: str, atoms: list[Boto], renderer: Renderer) -> bool:
    """True for code that is migrated, on an object that a docstring or an annotation still calls boto 2's."""
    if isinstance(node, ast.Call) and any((keyword.arg or "")[:1].isupper() for keyword in node.keywords):
        return True
    catalog = renderer.draft.view.catalog
    for atom in atoms:
        cls = catalog.classes.get(atom.cls)
        if cls is None or catalog.member(atom.cls, member) is not None:
            return False
        if member == "__dict__":
            return False
        if member in _CLIENT_MEMBERS or hasattr({Form.RECORD: dict, Form.NAME: str}.get(cls.form, object), member):
            continue
        known = service_models.operations(client_service(cls.service)) if cls.form is Form.CLIENT else []
        if member not in {service_models.method_name(operation) for operation in known}:
            return False
    return True


def combine(
    outcomes: list[tuple[BotoClass, Outcome, list[str]]], receiver: ast.expr, renderer: Renderer
) -> tuple[Outcome, list[str]]:
    """One outcome for a receiver of several classes: the same code for all, or a test that tells them apart."""
    notes = [note for _, _, more in outcomes for note in more]
    for _, outcome, _ in outcomes:
        if isinstance(outcome, Flag):
            return outcome, notes
    first = outcomes[0][1]
    texts = {outcome.code.text if isinstance(outcome, Rewrite) else "" for _, outcome, _ in outcomes}
    if len(texts) == 1:
        return first, notes
    same = one_code([(cls, made) for cls, made, _ in outcomes if isinstance(made, Rewrite)], receiver, renderer)
    if same is not None and all(isinstance(made, Rewrite) for _, made, _ in outcomes):
        return same, notes
    tests = {
        cls.short: telling_test(cls, [other for other, _, _ in outcomes], receiver, renderer) for cls, _, _ in outcomes
    }
    tested = [(cls, outcome) for cls, outcome, _ in outcomes if tests[cls.short]]
    rest = [(cls, outcome) for cls, outcome, _ in outcomes if not tests[cls.short]]
    rewrites = [outcome for _, outcome, _ in outcomes if isinstance(outcome, Rewrite)]
    if not rest and len(tested) == len(outcomes):
        rest = [tested.pop()]
    if len(rest) != 1 or len(rewrites) != len(outcomes):
        names = " or ".join(cls.short for cls, _, _ in outcomes)
        return Flag(f"this can be {names}, which need different code on boto3"), notes
    fallback = rest[0][1]
    assert isinstance(fallback, Rewrite)
    text = fallback.code.text
    for cls, outcome in sorted(tested, key=lambda pair: pair[0].form is Form.NAME):
        assert isinstance(outcome, Rewrite)
        text = f"{outcome.code.term} if {tests[cls.short]} else {text}"
    made = code(text, *(outcome.code for outcome in rewrites), binding=Binding.LOOSE)
    return Rewrite(made), notes


def telling_test(cls: BotoClass, among: list[BotoClass], subject: ast.expr, renderer: Renderer) -> str:
    """Source text that is true for an object of `cls` and false for all others of `among`; empty if there is none."""
    styles = renderer.draft.view.styles
    text = renderer.render(subject).operand
    if cls.test:
        return cls.test.format(styles.record(cls, text))
    others = [other for other in among if other is not cls]
    if cls.form is not Form.NAME or any(other.form is not Form.RECORD for other in others):
        return id_test(cls, others, text, styles)
    if not styles.carries_client(cls):
        return f"isinstance({text}, str)"
    return f'hasattr({text}, "Object")' if cls.resource == "Bucket" else ""


def describe(atoms: list[Boto], member: str, renderer: Renderer) -> tuple[str, str, str]:
    """The api, the service and the rule id of a use of `member` on one of `atoms`."""
    short = min(atom.cls for atom in atoms)
    cls = renderer.draft.view.catalog.classes.get(short)
    if cls is None:
        return f"{short}.{member}", other_service(short), "other-services"
    owner = _definer(short, member, renderer)
    return f"{owner.name}.{member}", client_service(cls.service), f"{owner.short}.{member}"


def _definer(short: str, member: str, renderer: Renderer) -> BotoClass:
    catalog = renderer.draft.view.catalog
    cls = catalog.classes[short]
    if any(row.name == member for row in cls.members):
        return cls
    return next((_definer(base, member, renderer) for base in cls.bases if catalog.member(base, member)), cls)


def mixture(value: Value, renderer: Renderer) -> str:
    """What a value of several kinds can be, with the place where each boto 2 object comes from."""
    names = []
    for atom in value:
        if isinstance(atom, Boto):
            line = getattr(atom.birth, "lineno", 0)
            names.append(f"a {atom.cls} (line {line})" if line else f"a {atom.cls}")
    kinds = ", ".join(sorted(set(names)))
    return f"this can be {kinds} or something that is not boto 2's; give the two different names"


def _inherited(node: ast.Call, func: ast.Attribute, renderer: Renderer) -> Code | None:
    """A method that a class of the program inherits from boto 2."""
    methods = [atom for atom in renderer.type_of(func) if isinstance(atom, BotoMethod)]
    if not methods or methods[0].owner.member != "subclass":
        return None
    api, service, _ = describe([methods[0].owner], func.attr, renderer)
    renderer.flag(
        node,
        api,
        service,
        "subclass",
        "the class inherits this from boto 2; hold a boto3 client in an attribute instead and call that",
    )
    return None


def _looks_like_boto(node: ast.Call, func: ast.Attribute, renderer: Renderer) -> Code | None:
    """A method that only boto 2 has, on an object of which the inference knows nothing: a finding, not a rewrite."""
    value = renderer.type_of(func.value)
    view = renderer.draft.view
    if func.attr in ALSO_ELSEWHERE and ROOT not in renderer.draft.module.imported_roots:
        return None
    short = view.telling.get(func.attr)
    if node.args and not isinstance(node.args[0], ast.Starred) and func.attr not in view.own_names:
        short = short or connection_methods(view.catalog).get(func.attr)
    if short is None or (value and Other.UNKNOWN not in value):
        return None
    row = renderer.draft.view.catalog.member(short, func.attr)
    if row is not None and is_attribute(row):
        return None  # boto 2 has a string or a number of this name, which nobody calls
    api, service, _ = describe([Boto(short)], func.attr, renderer)
    renderer.flag(
        node,
        api,
        service,
        "unknown-type",
        f"this looks like boto 2's {short}, but the tool cannot see where the object comes from; give a type hint",
    )
    return None


def function_call(node: ast.Call, renderer: Renderer) -> Code | None:
    """A call of a class or a function of boto 2 by its imported name: a construction, a utility, a connection."""
    if not is_import_path(node.func, renderer.draft):
        return None
    names = [atom for atom in renderer.type_of(node.func) if isinstance(atom, BotoName)]
    if len(names) != 1:
        return None
    dotted = names[0].name
    if is_plain_value(dotted.rpartition(".")[0], renderer):
        return None  # a member of what boto 2 only handed on: `boto.log.info(...)`
    catalog = renderer.draft.view.catalog
    connected = connect(node, dotted, renderer)
    if connected is not None:
        outcome, rule, service = connected
        outcome = with_credentials(outcome, node, renderer)
        made = renderer.settle(node, dotted, service, rule, outcome)
        hoisted = renderer.draft.view.reach.hoisted.get(node)
        if hoisted is None:
            return made
        statement, name, _ = hoisted
        # What is left to a person gets the name, too: its client is what the uses ask for.
        kept = made if made is not None else Code(renderer.draft.segment(node))
        renderer.draft.hoisted.append((statement, name, kept))
        return code(name, kept)
    cls = catalog.class_named(dotted)
    if cls is not None:
        row = catalog.member(cls.short, "__init__")
        use = renderer.use(node, "__init__", None, cls)
        outcome = (
            attempt(lambda: call_member(row, use, node))
            if row is not None
            else Flag(f"{cls.short} objects are made by boto3 calls now; build the dict that the call wants instead")
        )
        return renderer.settle(node, cls.name, client_service(cls.service), f"{cls.short}.__init__", outcome, use.notes)
    if is_plain_value(dotted, renderer):
        return None  # the name is the site, and what it stands for is called as before
    found = catalog.function(dotted)
    if found is not None:
        module, function = found
        use = renderer.use(node, function.name)
        outcome = attempt(lambda: call_member(function, use, node))
        return renderer.settle(node, dotted, module.service, f"{module.name}.{function.name}", outcome, use.notes)
    owner, _, method = dotted.rpartition(".")
    if is_in_plain_value(dotted, renderer):
        return None  # a method of something that boto 2 only handed on
    if catalog.class_named(owner) is not None:
        renderer.flag(
            node, dotted, other_service(dotted), "unbound-method", f"call {method} on an object, not on its class"
        )
        return None
    renderer.flag(node, dotted, other_service(dotted), "other-services", advice_for(dotted))
    return None


def _outer_names(dotted: str) -> Iterator[str]:
    """`a.b`, then `a`, for `a.b.c`."""
    while "." in dotted:
        dotted = dotted.rpartition(".")[0]
        yield dotted


def is_in_plain_value(dotted: str, renderer: Renderer) -> bool:
    """True for a name in something that boto 2 only handed on: `boto.compat.urllib.parse.quote`."""
    return any(is_plain_value(outer, renderer) for outer in _outer_names(dotted))


def is_plain_value(dotted: str, renderer: Renderer) -> bool:
    """True for a name that boto 2 only handed on, or a constant: what stands for it is used just as it was."""
    found = renderer.draft.view.catalog.function(dotted)
    return found is not None and is_attribute(found[1])
