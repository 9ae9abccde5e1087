"""Sites that are read: attributes of boto 2 objects, methods handed on uncalled, names of boto 2."""

from __future__ import annotations

import ast

from codemods.catalog.errors import error_row
from codemods.catalog.others import advice_for, other_service
from codemods.catalog.schema import BotoClass, Constant, Flag, Form, Helped, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import resources
from codemods.inference import facts
from codemods.inference.attributes import is_attribute
from codemods.inference.values import BotoName, Container, Getter, Value
from codemods.rewrite.connections import connector_as_value
from codemods.rewrite.doubled import ASKED_OF_DOUBLES, enclosing_function
from codemods.rewrite.error_values import exception_attribute
from codemods.rewrite.imports import is_import_path
from codemods.rewrite.members import read_member
from codemods.rewrite.render import Renderer, attempt, receivers
from codemods.rewrite.sites_calls import (
    combine,
    describe,
    is_boto3_already,
    is_in_plain_value,
    is_plain_value,
    mixture,
)
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted


def attribute(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`obj.name`, read; a method that is not called is handed on as a callable."""
    if not isinstance(node.ctx, ast.Load):
        return _stored_name(node, renderer)
    parent = renderer.draft.parent(node)
    value = renderer.type_of(node.value)
    atoms, mixed, _ = receivers(value, node.attr)
    if not atoms:
        _flag_result_set(node, value, renderer)
        return exception_attribute(node, renderer) or boto_name(node, renderer)
    api, service, rule = describe(atoms, node.attr, renderer)
    catalog = renderer.draft.view.catalog
    rows = {atom.cls: catalog.member(atom.cls, node.attr) for atom in atoms}
    if is_boto3_already(node, node.attr, atoms, renderer):
        return None
    is_called = isinstance(parent, ast.Call) and parent.func is node
    if is_called and not all(row is not None and is_attribute(row) for row in rows.values()):
        return None  # the call is the site
    if isinstance(parent, ast.Attribute) and not all(row is None or is_attribute(row) for row in rows.values()):
        if parent.attr in ASKED_OF_DOUBLES and enclosing_function(node, renderer.draft) is not None:
            return None  # flagged with the other doubles of the function
        advice = f"{node.attr} is looked into like a test double; put it in the place of the client's method instead"
        renderer.flag(node, api, service, "test-double", advice)
        return None
    if mixed and all(row is None and short in catalog.classes for short, row in rows.items()):
        return None  # what has the member is not boto 2's: its objects never got here
    if any(row is not None for row in rows.values()):
        rows = {short: row for short, row in rows.items() if row is not None}
    outcomes: list[tuple[BotoClass, Outcome, list[str]]] = []
    for short in sorted(rows):
        cls, row = catalog.classes.get(short), rows[short]
        if mixed:
            renderer.flag(node, api, service, "mixed-types", mixture(value, renderer))
            return None
        if cls is None:
            renderer.flag(node, api, service, "other-services", advice_for(short))
            return None
        use = renderer.use(node, node.attr, node.value, cls)
        if row is None:
            outcomes.append((cls, _own_attribute(use.member("").operand, node, cls, renderer), use.notes))
        else:
            outcomes.append((cls, attempt(lambda row=row, use=use: read_member(row, use)), use.notes))  # type: ignore[misc]
    outcome, notes = combine(outcomes, node.value, renderer)
    evidence = max(atom.evidence for atom in atoms)
    return renderer.settle(node, api, service, rule, outcome, notes, evidence)


_PAGES = frozenset({"get_all_keys", "get_all_versions", "get_all_multipart_uploads"})
"""What gives lists that still know what boto 2's result sets knew."""

_RESULT_SET = frozenset("owner is_truncated marker next_marker next_token request_id requestId status".split())


def _flag_result_set(node: ast.Attribute, value: Value, renderer: Renderer) -> None:
    """boto 2's lists were result sets with attributes of their own; what a call gives now is a plain list."""
    for atom in value:
        if not (isinstance(atom, Container) and atom.kind == "list" and node.attr in _RESULT_SET):
            continue
        made = atom.site
        if not (isinstance(made, ast.Call) and isinstance(made.func, ast.Attribute)) or made.func.attr in _PAGES:
            continue
        makers, _, _ = receivers(renderer.type_of(made.func.value))
        if makers:
            api, service, rule = describe(makers, made.func.attr, renderer)
            advice = f"this is a plain list now; read {node.attr} from the answer of the client's method itself"
            renderer.flag(node, api, service, rule, advice)
            return


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
    names = [atom.name for atom in renderer.type_of(node) if isinstance(atom, BotoName)]
    if len(names) != 1:
        return None
    dotted = names[0]
    if error_row(dotted) is not None or error_row(dotted.rpartition(".")[0]) is not None:
        return None  # decided with the exceptions
    parent = renderer.draft.parent(node)
    in_longer_path = isinstance(parent, ast.Attribute) and is_import_path(parent, renderer.draft)
    if in_longer_path and isinstance(parent, ast.Attribute):
        longer = f"{dotted}.{parent.attr}"
        if _is_known(longer, renderer) or not is_plain_value(dotted, renderer):
            return None
    if isinstance(node, ast.Attribute) and not _is_known(dotted, renderer):
        inner = [atom.name for atom in renderer.type_of(node.value) if isinstance(atom, BotoName)]
        if inner and is_in_plain_value(dotted, renderer):
            return None  # an attribute of something that boto 2 only handed on
    if isinstance(parent, ast.Call) and parent.func is node and not is_plain_value(dotted, renderer):
        return None  # the call is the site
    return _named_value(node, dotted, renderer)


def read_boto_name(node: ast.expr, dotted: str, renderer: Renderer) -> Code | None:
    """What stands for a name of boto 2 that `node` reads: `getattr(boto, "Version", None)`."""
    return _named_value(node, dotted, renderer)


def _stored_name(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`boto.s3.connection.S3Connection.DefaultHost = x`: a setting of boto 2 that is nowhere on boto3."""
    if is_import_path(node.value, renderer.draft):
        names = [atom.name for atom in renderer.type_of(node.value) if isinstance(atom, BotoName)]
        if names:
            dotted = f"{names[0]}.{node.attr}"
            advice = "this changed boto 2 itself; give what is meant to boto3.client(...) or to its Config"
            renderer.flag(node, dotted, other_service(dotted), "patched-module", advice)
    return None


def _is_known(dotted: str, renderer: Renderer) -> bool:
    catalog = renderer.draft.view.catalog
    owner, _, last = dotted.rpartition(".")
    holder = catalog.class_named(owner)
    return (
        catalog.class_named(dotted) is not None
        or catalog.function(dotted) is not None
        or (holder is not None and catalog.member(holder.short, last) is not None)
        or catalog.is_module(dotted)
    )


def _named_value(node: ast.expr, dotted: str, renderer: Renderer) -> Code | None:
    catalog, styles = renderer.draft.view.catalog, renderer.draft.view.styles
    owner, _, last = dotted.rpartition(".")
    connector = connector_as_value(dotted, node, renderer)
    if connector is not None:
        service = "s3" if ".s3" in dotted or "connect_s3" in dotted else "ec2"
        if _is_base(node, renderer):
            renderer.flag(node, dotted, service, "subclass", _NO_BASE)
            return None
        if _in_annotation(node, renderer):
            return _annotation(node, dotted, Form.CLIENT, False, renderer)
        if _is_tested_for(node, renderer):
            return _tested_class(node, dotted, Form.CLIENT, styles.is_resource(service), renderer)
        return renderer.settle(node, dotted, service, f"{service}.connection", connector)
    cls = catalog.class_named(dotted)
    if cls is not None:
        if _in_annotation(node, renderer):
            carried = renderer.draft.view.styles.carries_client(cls)
            return _annotation(node, cls.name, cls.form, carried, renderer)
        if _is_tested_for(node, renderer) and cls.stands_for_nothing:
            renderer.flag(node, cls.name, cls.service, "types.test", _NOTHING)
            return None
        if _is_tested_for(node, renderer):
            return _tested_class(node, cls.name, cls.form, styles.carries_client(cls), renderer)
        return _class_as_value(node, cls, renderer)
    holder = catalog.class_named(owner)
    row = catalog.member(holder.short, last) if holder is not None else None
    if isinstance(row, Constant) and holder is not None:
        service = client_service(holder.service)
        return renderer.settle(node, dotted, service, f"{holder.short}.{last}", Rewrite(row.value))
    found = catalog.function(dotted)
    if found is not None:
        module, member = found
        if _is_base(node, renderer):
            renderer.flag(node, dotted, module.service, "subclass", _NO_BASE)
            return None
        use = renderer.use(node, last)
        outcome = attempt(lambda: read_member(member, use))
        is_name = isinstance(node, ast.Call)  # getattr(boto, "Version"): nothing of it stays
        rule = f"{module.name}.{last}"
        return renderer.settle(node, dotted, module.service, rule, outcome, use.notes, is_name=is_name)
    if catalog.is_module(dotted):
        advice = "use boto3 here instead of boto 2's module"
        renderer.flag(node, dotted, other_service(dotted), "module-as-value", advice)
        return None
    renderer.flag(node, dotted, other_service(dotted), "other-services", advice_for(dotted))
    return None


def _in_annotation(node: ast.expr, renderer: Renderer) -> bool:
    current: ast.AST | None = node
    while current is not None and not isinstance(current, ast.stmt):
        parent = renderer.draft.parent(current)
        if isinstance(parent, ast.arg) and parent.annotation is current:
            return True
        if isinstance(parent, ast.AnnAssign) and parent.annotation is current:
            return True
        if isinstance(parent, ast.FunctionDef | ast.AsyncFunctionDef) and parent.returns is current:
            return True
        if isinstance(parent, ast.Call):
            return False
        current = parent
    return False


def _annotation(node: ast.expr, api: str, form: Form, carried: bool, renderer: Renderer) -> Code | None:
    """What an annotation says now: a client, a resource object, a str, a dict."""
    if carried:
        made = renderer.draft.imported("boto3.resources.base", "ServiceResource")
    elif form is Form.CLIENT:
        made = renderer.draft.imported("botocore.client", "BaseClient")
    else:
        made = Code("str" if form is Form.NAME else "dict")
    return renderer.settle(node, api, "types", "types.annotation", Rewrite(made))


_NOTHING = "nothing stands for an object of this class any more; test for what the code needs of it"


def _is_tested_for(node: ast.expr, renderer: Renderer) -> bool:
    """True for the class in `self.assertIsInstance(x, Key)` and in `type(x) is Key`."""
    parent: ast.AST | None = renderer.draft.parent(node)
    inner: ast.AST = node
    if isinstance(parent, ast.Tuple):
        inner, parent = parent, renderer.draft.parent(parent)
    match parent:
        case ast.Call(func=ast.Attribute(attr="assertIsInstance" | "assertNotIsInstance"), args=[_, second, *_]):
            return inner is second
        case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, second]):
            return inner is second
        case ast.Compare(
            left=ast.Call(func=ast.Name(id="type")), ops=[ast.Is() | ast.IsNot() | ast.Eq() | ast.NotEq()]
        ):
            return True
        case _:
            return False


def _tested_class(node: ast.expr, api: str, form: Form, carried: bool, renderer: Renderer) -> Code | None:
    """The class of what stands for objects of a boto 2 class now."""
    rule, advice = "types.test", "no class tells what stands for it now from its like; test for what the code needs"
    parent = renderer.draft.parent(node)
    if isinstance(parent, ast.Compare) and (carried or form is Form.CLIENT):
        renderer.flag(node, api, "types", rule, "a client's class is made at run time; use isinstance with BaseClient")
        return None
    if carried:
        made = renderer.draft.imported("boto3.resources.base", "ServiceResource")
    elif form is Form.CLIENT:
        made = renderer.draft.imported("botocore.client", "BaseClient")
    else:
        made = Code("str" if form is Form.NAME else "dict")
    return renderer.settle(node, api, "types", rule, Rewrite(made, advice))


_NO_BASE = "there is no class to inherit from on boto3; hold the object in an attribute instead, and ask that"


def _is_base(node: ast.expr, renderer: Renderer) -> bool:
    parent = renderer.draft.parent(node)
    return isinstance(parent, ast.ClassDef) and node in parent.bases


def _class_as_value(node: ast.expr, cls: BotoClass, renderer: Renderer) -> Code | None:
    """A class that is handed on (`self.Key = Key`): what makes such objects now takes its place."""
    service = client_service(cls.service)
    if _is_base(node, renderer):
        renderer.flag(node, cls.name, service, "subclass", _NO_BASE)
        return None
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


_WRITE_OUT = "write this out as a lambda or a loop, with what the members are on boto3"


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
    if getters[0].calls or any("." in name for name in getters[0].attributes):
        first = getters[0].attributes[0].partition(".")[0]
        api, service, _ = describe(atoms, first, renderer)
        renderer.flag(node, api, service, "named-member", _WRITE_OUT)
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
        else:
            use.render = lambda inner: _unwrapped(inner, subject, renderer)
        outcomes.append((cls, attempt(lambda row=row, use=use: read_member(row, use)), use.notes))  # type: ignore[misc]
    return combine(outcomes, subject, renderer)


def _unwrapped(inner: ast.expr, subject: ast.expr, renderer: Renderer) -> Code:
    """The subject as it is, whatever its place would make of it: a text, or a list of its items."""
    return renderer.render_unwrapped(inner) if inner is subject else renderer.render(inner)
