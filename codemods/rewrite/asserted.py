"""What tests ask doubles of boto 2's connectors: `connect.assert_called_once_with("eu-west-1")`, `boto.connect_s3`.

A call that boto 2's arguments stand for has the same arguments as the one in the program, so the assertion is written
by the same rules; its Config is the program's and `ANY` here. It is only converted where the program has such a call.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.catalog.connections import Connector
from codemods.catalog.schema import Flag, Rewrite
from codemods.code import Code, code
from codemods.inference.program import ModuleFile
from codemods.inference.stand_ins import is_test_module
from codemods.inference.values import BotoName
from codemods.rewrite.connections import call_keywords, connector_named, given_names
from codemods.rewrite.doubled import enclosing_function
from codemods.rewrite.patched import patched_names, path_of
from codemods.rewrite.patches import Target, maker_of
from codemods.rewrite.render import Renderer
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted

RULE = "tests.double"
_ASSERTIONS = frozenset({"assert_called_with", "assert_called_once_with", "assert_any_call"})
_SAME = {
    "aws_access_key_id": "aws_access_key_id",
    "aws_secret_access_key": "aws_secret_access_key",
    "security_token": "aws_session_token",
    "region_name": "region_name",
}
"""Arguments of boto 2's connectors whose values boto3 takes as they are."""

_TWO_KINDS = (
    "boto3.client and boto3.resource make every kind of connection: a double of them has to look at its first "
    "argument, the service"
)


def asserted_call(node: ast.Call, renderer: Renderer) -> Code | None:
    """`connect.assert_called_once_with(...)`, where `connect` is the double of a way to connect."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in _ASSERTIONS:
        return None
    found = _connector_of(node.func.value, renderer)
    if found is None:
        return None
    target, connector = found
    keywords = _asserted(node, target, connector, renderer)
    if keywords is None:
        return None  # flagged with the function's other doubles
    double = renderer.render(node.func.value)
    anything = renderer.draft.imported("unittest.mock", "ANY")
    keywords["config"] = anything
    parts = [quoted(client_service(connector.service)), *(f"{name}={value}" for name, value in keywords.items())]
    made = code(f"{double.operand}.{node.func.attr}({', '.join(parts)})", double, *keywords.values())
    outcome = Rewrite(made, "the program makes its client with these arguments")
    return renderer.settle(node, target.dotted, "tests", RULE, outcome, is_name=True)


def connector_of_double(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`boto.connect_s3`, where `boto` is a double of the module."""
    if not isinstance(node.ctx, ast.Load) or _root(node) is node:
        return None
    found = _connector_of(node, renderer)
    if found is None:
        return None
    target, connector = found
    double = renderer.render(_root(node))
    made = code(f"{double.operand}.{maker_of(connector, renderer)}", double)
    outcome = Flag(_TWO_KINDS) if _two_kinds(target, connector, renderer) else Rewrite(made)
    return renderer.settle(node, target.dotted, "tests", RULE, outcome, is_name=True)


def _root(node: ast.expr) -> ast.expr:
    """What the double itself is known by in `boto.ec2.connect_to_region`, `self.connect`."""
    while isinstance(node, ast.Attribute) and not path_of(node).startswith("self."):
        node = node.value
    return node


def _connector_of(node: ast.expr, renderer: Renderer) -> tuple[Target, Connector] | None:
    """The way to connect that an expression is a double of, if it is one."""
    root = _root(node)
    names = ast.unparse(node)[len(ast.unparse(root)) :].split(".")[1:]
    if not path_of(root) or (names and not _ends_connector(names[-1])):
        return None  # saves looking for patches
    target = patched_names(enclosing_function(node, renderer.draft) or renderer.draft.module.tree, renderer).get(
        path_of(root)
    )
    if target is None:
        return None
    target = Target(".".join([target.dotted, *names]), target.prefix, target.module)
    connector = connector_named(target.dotted, renderer)
    return (target, connector) if connector is not None else None


def _ends_connector(name: str) -> bool:
    return name.startswith("connect") or name.endswith("Connection")


def _two_kinds(target: Target, connector: Connector, renderer: Renderer) -> bool:
    """True where the code that gets the double makes connections to another service with the same function."""
    maker = maker_of(connector, renderer)
    others = {other.service for _, other in _made(target.module, renderer) if maker_of(other, renderer) == maker}
    return len({client_service(service) for service in (*others, connector.service)}) > 1


def _asserted(node: ast.Call, target: Target, connector: Connector, renderer: Renderer) -> dict[str, Code] | None:
    """The keywords of the program's own call that an assertion means; None unless there is just such a call."""
    expected = given_names(node, connector)
    if expected is None or not set(expected) <= _SAME.keys():
        return None
    for call, other in _made(target.module, renderer):
        given = given_names(call, other) if other == connector else None
        if given is None or set(given) != set(expected):
            continue
        keywords = call_keywords(node, connector, renderer)
        if keywords is None:
            return None
        for name, value in expected.items():
            if _is_none(value) and not _is_none(given[name]):
                keywords[_SAME[name]] = Code("None")
        return keywords
    return None


def _made(module: ModuleFile | None, renderer: Renderer) -> Iterator[tuple[ast.Call, Connector]]:
    """The calls that make connections in a module, or in the program where none is known."""
    analysis = renderer.draft.view.analysis
    looked_at = [module] if module is not None else analysis.program.modules.values()
    for each in looked_at:
        if is_test_module(each):
            continue
        for node in ast.walk(each.tree):
            if isinstance(node, ast.Call):
                for atom in analysis.type_of(node.func):
                    connector = connector_named(atom.name, renderer) if isinstance(atom, BotoName) else None
                    if connector is not None:
                        yield node, connector


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
