"""What a program asks boto 2 itself: `hasattr(boto.ec2.EC2Connection, "copy_image")`, `"x" in dir(conn)`.

The answers are those of boto 2.49, its last release: every public name of the classes and modules that the catalog
holds has a row, so that a name without one was not there (sources: the modules of boto 2 themselves).
"""

from __future__ import annotations

import ast

from codemods.catalog.schema import BotoClass, Flag, Form, Outcome, Rewrite
from codemods.code import Code
from codemods.inference.attributes import is_attribute
from codemods.inference.values import NONE, BotoName, External, botos, literal_of
from codemods.rewrite.render import Renderer
from codemods.rewrite.sites_reads import read_boto_name

RULE = "feature-test"
_NOTE = "boto 2's answer; one branch is dead now"
_UNKNOWN = "decide by hand: what boto 2 had under this name depends on what else was imported, or was made with objects"

_PROPERTIES = frozenset(
    "access_key secret_key aws_access_key_id aws_secret_access_key gs_access_key_id gs_secret_access_key profile_name "
    "auth_service_name auth_region_name DefaultHost DefaultCallingFormat APIVersion DefaultRegionName".split()
)
"""Attributes that the classes of connections have themselves, not only their objects (boto/connection.py)."""


def feature_test(node: ast.Call, renderer: Renderer) -> Code | None:
    """`hasattr` of a class or module of boto 2, and `getattr` of a module, with a name that is known."""
    builtin = next((name for name in ("hasattr", "getattr") if _is_builtin(node.func, name, renderer)), "")
    if not builtin or len(node.args) < 2:
        return None
    names = [atom.name for atom in renderer.type_of(node.args[0]) if isinstance(atom, BotoName)]
    asked = literal_of(renderer.type_of(node.args[1]))
    if len(names) != 1 or asked is None:
        return None
    catalog = renderer.draft.view.catalog
    cls, dotted = catalog.class_named(names[0]), f"{names[0]}.{asked}"
    if builtin == "hasattr":
        if cls is None and not catalog.is_module(names[0]):
            return None
        outcome = _has(_of_class(cls, asked, renderer) if cls is not None else _of_module(dotted, renderer))
        return renderer.settle(node, dotted, "boto", RULE, outcome, is_name=True)
    return read_boto_name(node, dotted, renderer) if cls is None and _of_module(dotted, renderer) else None


def listed_feature(node: ast.Compare, renderer: Renderer) -> Code | None:
    """`"copy_image" in dir(connection)`, of an object or of its class."""
    listed = _listed(node, renderer)
    if listed is None:
        return None
    cls, known = listed
    name = literal_of(renderer.type_of(node.left))
    if known is not None and isinstance(node.ops[0], ast.NotIn):
        known = not known
    return renderer.settle(node, f"{cls.short}.{name}", cls.service, RULE, _has(known), is_name=True)


def is_listed_for_feature(node: ast.Call, renderer: Renderer) -> bool:
    """Is this the `dir(connection)` of a test that `listed_feature` answers?"""
    parent = renderer.draft.parent(node)
    return isinstance(parent, ast.Compare) and _listed(parent, renderer) is not None


def _listed(node: ast.Compare, renderer: Renderer) -> tuple[BotoClass, bool | None] | None:
    """The class whose members a test lists, and whether the one that it looks for was among them."""
    match node:
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()], comparators=[ast.Call(args=[subject]) as call]):
            asked = literal_of(renderer.type_of(left))
        case _:
            return None
    if asked is None or not _is_builtin(call.func, "dir", renderer):
        return None
    value = renderer.type_of(subject) - NONE
    catalog = renderer.draft.view.catalog
    objects = {atom.cls for atom in botos(value)}
    named = {cls.short for atom in value if isinstance(atom, BotoName) and (cls := catalog.class_named(atom.name))}
    shorts = objects | named
    if len(value) != 1 or len(shorts) != 1 or not shorts <= set(catalog.classes):
        return None
    cls = catalog.classes[shorts.pop()]
    return cls, _of_object(cls, asked, renderer) if objects else _of_class(cls, asked, renderer)


def _has(known: bool | None) -> Outcome:
    return Flag(_UNKNOWN) if known is None else Rewrite(Code(str(known)), _NOTE)


def _of_object(cls: BotoClass, name: str, renderer: Renderer) -> bool | None:
    """Had objects of a class such a member? None where the catalog cannot tell."""
    if renderer.draft.view.catalog.member(cls.short, name) is not None:
        return True
    is_of_base = name.startswith("_") or name.endswith("Element") or hasattr(dict, name) or hasattr(list, name)
    return None if is_of_base else False


def _of_class(cls: BotoClass, name: str, renderer: Renderer) -> bool | None:
    """Had a class itself such a member? Most attributes came with the objects."""
    row = renderer.draft.view.catalog.member(cls.short, name)
    if row is not None and is_attribute(row):
        return True if cls.form is Form.CLIENT and name in _PROPERTIES else None
    return _of_object(cls, name, renderer)


def _of_module(dotted: str, renderer: Renderer) -> bool | None:
    """Had a module such a name? None where the catalog knows nothing of it: services of others have no rows."""
    catalog = renderer.draft.view.catalog
    known = catalog.function(dotted) or catalog.class_named(dotted) or catalog.is_module(dotted)
    return True if known else None


def _is_builtin(func: ast.expr, name: str, renderer: Renderer) -> bool:
    return renderer.type_of(func) == frozenset({External(f"builtins.{name}")})
