"""Which object is it? boto 2's objects were equal to themselves only; dicts and resource objects compare in other ways.

Source: none of the classes of boto.s3, boto.ec2 and boto.vpc but the tags of buckets defines `__eq__` or `__hash__`.
A dict has no hash at all, and boto3's resource objects are equal when they name the same thing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.catalog.schema import BotoClass, Form, Rewrite
from codemods.code import Binding, Code, code
from codemods.inference import facts
from codemods.inference.values import Container, External, Value, boto_classes
from codemods.model import Status
from codemods.rewrite.draft import Decision
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.sites_calls import describe
from codemods.rewrite.styles import client_service

_RULE = "identity"
_OF_DICTS = "a dict stands for this object now, and no set and no key of a dict can be one; use what names it instead"
_OF_RESOURCES = "boto3's objects are equal when they name the same thing; boto 2's were equal to themselves only"
_NEVER_HANDED_OUT_AGAIN = frozenset({"s3.Key"})
"""Classes whose objects no attribute of another object gives, so that a second one is always another one."""


def compared_keys(node: ast.Compare, renderer: Renderer) -> Code | None:
    """`key == other` of two keys: boto 2 told whether they are the same object."""
    if len(node.ops) != 1 or not isinstance(node.ops[0], ast.Eq | ast.NotEq):
        return None
    for side in (node.left, node.comparators[0]):
        atoms, mixed, unknown = receivers(renderer.type_of(side))
        if mixed or unknown or not atoms or not {atom.cls for atom in atoms} <= _NEVER_HANDED_OUT_AGAIN:
            return None
    atoms, _, _ = receivers(renderer.type_of(node.left))
    left, right = renderer.render(node.left), renderer.render(node.comparators[0])
    word = "is" if isinstance(node.ops[0], ast.Eq) else "is not"
    made = code(f"{left.operand} {word} {right.operand}", left, right, binding=Binding.LOOSE)
    api, service, _ = describe(atoms, "__eq__", renderer)
    return renderer.settle(node, api, service, _RULE, Rewrite(made))


def hashed(node: ast.expr, renderer: Renderer) -> Code | None:
    """`set(keys)`, `seen.add(key)`, `{key: value}`, `by_key[key]`: objects that need a hash."""
    classes = {cls.short: cls for value in _hashed(node, renderer) for cls in _records(value, renderer)}
    if not classes:
        return None
    first = classes[min(classes)]
    api, service, rule = f"{first.name}.__hash__", client_service(first.service), _RULE
    if not renderer.draft.view.styles.carries_client(first):
        renderer.flag(node, api, service, rule, _OF_DICTS)
        return None
    renderer.draft.decide(
        Decision(node, api, service, Status.REVIEW, rule, _OF_RESOURCES, renderer.draft.segment(node))
    )
    return None


def _hashed(node: ast.expr, renderer: Renderer) -> Iterator[Value]:
    """The values that an expression puts into a set, or uses as keys of a dict."""
    match node:
        case ast.Call(func=ast.Name(id="set" | "frozenset") as name, args=[whole]):
            names = {atom.name for atom in renderer.type_of(name) if isinstance(atom, External)}
            if names <= {"builtins.set", "builtins.frozenset"}:
                yield _inside(renderer.type_of(whole), renderer)
        case ast.Call(func=ast.Attribute(value=owner, attr="add"), args=[one]) if _holds(owner, "set", renderer):
            yield renderer.type_of(one)
        case ast.Set(elts=elements):
            yield from map(renderer.type_of, elements)
        case ast.SetComp(elt=element):
            yield renderer.type_of(element)
        case ast.Dict(keys=keys):
            yield from (renderer.type_of(key) for key in keys if key is not None)
        case ast.DictComp(key=key):
            yield renderer.type_of(key)
        case ast.Subscript(value=owner, slice=key) if _holds(owner, "dict", renderer):
            yield renderer.type_of(key)


def _holds(node: ast.expr, kind: str, renderer: Renderer) -> bool:
    value = renderer.type_of(node)
    return bool(value) and all(isinstance(atom, Container) and atom.kind == kind for atom in value)


def _inside(value: Value, renderer: Renderer) -> Value:
    read = renderer.draft.view.analysis.facts.read
    return frozenset().union(
        *(read(facts.item(atom.site, atom.level), None) for atom in value if isinstance(atom, Container))
    )


def _records(value: Value, renderer: Renderer) -> list[BotoClass]:
    """The classes of boto 2 that a value can be of, as far as a dict stands for them."""
    known = renderer.draft.view.catalog.classes
    classes = [known[short] for short in sorted(boto_classes(value)) if short in known]
    return [cls for cls in classes if cls.form is Form.RECORD]
