"""`datetime.strptime(snapshot.start_time, ...)`: what boto 2 gave as text and programs parsed is a datetime now."""

from __future__ import annotations

import ast

from codemods import service_models
from codemods.catalog.schema import Field, Rewrite
from codemods.code import Code, code
from codemods.inference.values import External
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.sites_calls import describe
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted

_ISO_FORMATS = ("%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%S.000Z", "%Y-%m-%dT%H:%M:%SZ")
_PARSERS = ("datetime.datetime.strptime", "dateutil.parser.parse", "boto.utils.parse_ts")


def parsed_time(node: ast.Call, renderer: Renderer) -> Code | None:
    """A call that parses a timestamp of a boto 2 object: the datetime without its zone, which is UTC in both."""
    name = _parser(node, renderer)
    if name is None or not node.args or not isinstance(node.args[0], ast.Attribute):
        return None
    if name == "datetime.datetime.strptime" and not _is_iso(node):
        return None
    shown = node.args[0]
    atoms, mixed, _ = receivers(renderer.type_of(shown.value))
    catalog = renderer.draft.view.catalog
    shorts = sorted({atom.cls for atom in atoms})
    if mixed or len(shorts) != 1:
        return None
    row, cls = catalog.member(shorts[0], shown.attr), catalog.classes.get(shorts[0])
    if not isinstance(row, Field) or cls is None or not cls.shape or not row.sure:
        return None
    shape = service_models.named_shape(client_service(cls.service), cls.shape)
    if shape is None or not service_models.is_timestamp(service_models.shape_at(shape, row.member)):
        return None
    use = renderer.use(shown, shown.attr, shown.value, cls)
    base = use.member("")
    steps = "".join(f"[{quoted(step)}]" for step in row.member.split("."))
    zone = "" if name == "dateutil.parser.parse" else ".replace(tzinfo=None)"
    api, service, rule = describe(atoms, shown.attr, renderer)
    return renderer.settle(shown, api, service, rule, Rewrite(code(f"{base.operand}{steps}{zone}", base)))


def _parser(node: ast.Call, renderer: Renderer) -> str | None:
    for atom in renderer.type_of(node.func):
        name = getattr(atom, "name", None)
        if isinstance(atom, External) and name in _PARSERS:
            return str(name)
        if name in ("boto.utils.parse_ts",):
            return str(name)
    return None


def _is_iso(node: ast.Call) -> bool:
    layout = node.args[1] if len(node.args) > 1 else None
    return isinstance(layout, ast.Constant) and layout.value in _ISO_FORMATS
