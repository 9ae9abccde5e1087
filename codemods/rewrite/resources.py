"""Style `resource`: what gives a record gives a resource object around it, what takes one takes the record inside.

A resource object holds its record in `.meta.data`, so everything else of the catalog stays as it is.
"""

from __future__ import annotations

import ast
import functools
from dataclasses import replace

import boto3.session
from botocore import xform_name

from codemods import service_models
from codemods.catalog.index import Catalog
from codemods.catalog.schema import BotoClass, Field, Form
from codemods.catalog.types import Either, Named, Of, Type, names_in, parse_type
from codemods.code import Code, code
from codemods.emitted import resources as emitted
from codemods.inference import facts
from codemods.inference.values import Container, boto_classes
from codemods.rewrite.draft import Draft
from codemods.rewrite.styles import Styles, client_service
from codemods.rewrite.text import quoted

HOLDS_OBJECTS = {"ec2.Reservation": "ec2.Instance"}
"""Records without a resource class of their own that hold records which have one."""


def carries(gives: str, catalog: Catalog, styles: Styles) -> bool:
    """True when a value of a catalog type is, or holds, resource objects in the chosen style."""
    return any(_class(name, catalog, styles) is not None for name in names_in(parse_type(gives)))


def gives_client(gives: str, catalog: Catalog, styles: Styles) -> bool:
    """True when a catalog type is a connection of a service whose connections are resources in the chosen style."""
    cls = catalog.classes.get(gives.rstrip("?"))
    return cls is not None and cls.form is Form.CLIENT and styles.carries_client(cls)


def _class(name: str, catalog: Catalog, styles: Styles) -> BotoClass | None:
    cls = catalog.classes.get(HOLDS_OBJECTS.get(name, name))
    if cls is None or cls.form is Form.CLIENT or not styles.carries_client(cls):
        return None
    return catalog.classes[name]


def wrapped(made: Code, gives: str, owner: Code, draft: Draft, once: bool = False) -> Code:
    """`made`, which gives records of a catalog type, as resource objects that belong to `owner`.

    `once`: what is lazily iterated is looped over here and nowhere else.
    """
    return _wrap(made, parse_type(gives), owner, draft, once)


def _wrap(made: Code, parsed: Type, owner: Code, draft: Draft, once: bool) -> Code:
    catalog, styles = draft.view.catalog, draft.view.styles
    if isinstance(parsed, Either):
        options = [option for option in parsed.options if option != Named("none")]
        kinds = {_kind(option, catalog, styles) for option in options if isinstance(option, Named)}
        lists = [option for option in options if isinstance(option, Of)]
        if len(kinds) == 1 and not lists:
            return _wrap(made, options[0], owner, draft, once)
        return _wrap(made, lists[0], owner, draft, once) if len(lists) == 1 and not kinds else made
    if isinstance(parsed, Named):
        if parsed.name in HOLDS_OBJECTS and _class(parsed.name, catalog, styles) is not None:
            return draft.call_helper(emitted._reservation, owner, made)
        kind = _kind(parsed, catalog, styles)
        if not kind:
            return made
        wrapped = draft.call_helper(emitted._object, owner, Code(quoted(kind)), made)
        return replace(wrapped, name_inside=made) if kind == "Bucket" and "(" not in made.text else wrapped
    if parsed.kind not in ("list", "iter"):
        return made
    inner = parsed.items[0]
    kinds = {_kind(option, catalog, styles) for option in (inner.options if isinstance(inner, Either) else (inner,))}
    if len(kinds) == 1 and (kind := next(iter(kinds))):
        lazy = emitted._objects if once else emitted._listing
        helper = emitted._listed if parsed.kind == "list" else lazy
        return draft.call_helper(helper, owner, Code(quoted(kind)), made)
    if (
        kinds == {""}
        and isinstance(inner, Named)
        and inner.name in HOLDS_OBJECTS
        and _class(inner.name, catalog, styles)
    ):
        return draft.call_helper(emitted._reservations, owner, made)
    item = Code("item")
    each = _wrap(item, inner, owner, draft, once)
    if each.text == "item":
        return made
    text = f"{each} for item in {made}"
    return code(f"[{text}]" if parsed.kind == "list" else f"({text})", each, made)


def _kind(parsed: Type, catalog: Catalog, styles: Styles) -> str:
    """The resource class of a named type, empty when it has none in the chosen style."""
    cls = _class(parsed.name, catalog, styles) if isinstance(parsed, Named) else None
    return cls.resource if cls is not None and cls.short not in HOLDS_OBJECTS else ""


def record_of(made: Code, classes: frozenset[str], elements: frozenset[str] | None, sure: bool, draft: Draft) -> Code:
    """An argument as helpers and operations want it: records, not the resource objects around them.

    `sure`: nothing but an object of one of `classes` can arrive.
    """
    catalog, styles = draft.view.catalog, draft.view.styles
    carrying = [
        catalog.classes[short]
        for short in sorted(classes)
        if short in catalog.classes and styles.carries_client(catalog.classes[short])
    ]
    if carrying and sure and len({cls.form for cls in carrying}) == 1:
        return code(styles.record(carrying[0], made.operand), made)
    if carrying:
        return draft.call_helper(emitted._record, made)
    inside = [catalog.classes[short] for short in sorted(elements or ()) if short in catalog.classes]
    if any(styles.carries_client(cls) and cls.form is not Form.CLIENT for cls in inside):
        return draft.call_helper(emitted._records, made)
    return made


def plain_mapping(made: Code, node: ast.expr, draft: Draft) -> Code:
    """Options in a dict as helpers want them: records, not the resource objects around them."""
    analysis, catalog = draft.view.analysis, draft.view.catalog
    held: set[str] = set()
    for atom in analysis.type_of(node):
        if isinstance(atom, Container):
            held |= boto_classes(analysis.facts.read(facts.item(atom.site, atom.level), None))
    known = [catalog.classes[short] for short in held if short in catalog.classes]
    if not any(draft.view.styles.carries_client(cls) and cls.form is not Form.CLIENT for cls in known):
        return made
    record = draft.call_helper(emitted._record, Code("value"))
    return code(f"{{name: {record} for name, value in {made.operand}.items()}}", record, made)


@functools.cache
def resource_attributes(service: str, kind: str) -> frozenset[str]:
    """The attributes that boto3's resource class of a kind offers, by its own model."""
    from boto3.resources.model import ResourceModel

    session = boto3.session.Session()
    loader = session._loader
    model_of_all = loader.load_service_model(service, "resources-1")
    definitions = model_of_all["resources"]
    made = model_of_all["service"]["has"].get(kind, {}).get("resource", {}).get("type", kind)  # KeyPair: a KeyPairInfo
    if made not in definitions:
        return frozenset()
    model = ResourceModel(made, definitions[made], definitions)

    shape = service_models.named_shape(service, model.shape) if model.shape else None
    return frozenset(model.get_attributes(shape)) if shape is not None else frozenset()


def attribute_for(row: Field, cls: BotoClass, receiver: Code, styles: Styles) -> str | None:
    """The attribute of the resource object that reads a field (`instance.state["Name"]`); None when there is none."""
    if not styles.carries_client(cls) or cls.form is not Form.RECORD or row.absent:
        return None
    first, *rest = row.member.split(".")
    name = xform_name(first)
    if rest and not row.sure:
        return None
    if name not in resource_attributes(client_service(cls.service), cls.resource):
        return None
    return f"{receiver.operand}.{name}" + "".join(f"[{quoted(step)}]" for step in rest)
