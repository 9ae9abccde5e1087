"""Test doubles that answer boto 2's calls: mocks with return values, and classes that stand in for boto 2's.

What they have to answer now is a decision about the test, so it is a person's; the flag names boto3's calls.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator

from codemods import service_models
from codemods.catalog.index import Catalog
from codemods.catalog.schema import Helped, Operation
from codemods.code import Helper
from codemods.inference.attributes import is_attribute
from codemods.inference.stand_ins import stands_for
from codemods.model import Status
from codemods.rewrite.draft import Decision, Draft
from codemods.rewrite.helpers import closure
from codemods.rewrite.patches import find_target, is_connection
from codemods.rewrite.render import Renderer
from codemods.rewrite.styles import client_service

RULE = "tests.double"
_ANSWERS = frozenset({"return_value", "side_effect"})
_ASKED = frozenset({"called", "call_args", "call_args_list", "call_count", "mock_calls", "method_calls"})


def flag_doubles(renderer: Renderer) -> None:
    """Flag the doubles of one file, once for each function or class that has some."""
    draft = renderer.draft
    for node in ast.walk(draft.module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found = dict(_shaped(node, renderer))
            if found:
                _flag(next(iter(found.values())), sorted(found), "this fakes", draft)
        elif isinstance(node, ast.ClassDef) and node in draft.view.analysis.stand_ins:
            shorts = stands_for(node, draft.view.analysis)
            own = [statement.name for statement in node.body if isinstance(statement, ast.FunctionDef)]
            own = [name for name in own if not name.startswith("__")]
            members = [name for name in own if any(draft.view.catalog.member(short, name) for short in shorts)]
            if members:
                _flag(node, members, f"{node.name} stands in for {' or '.join(sorted(shorts))} with", draft)


def _flag(node: ast.AST, members: list[str], what: str, draft: Draft) -> None:
    calls = sorted({call for member in members for call in boto3_calls(member, draft.view.catalog)})
    shown = f"boto3 is asked {', '.join(calls)}" if 0 < len(calls) <= 6 else "boto3 is asked other things"
    message = f"{what} boto 2's {', '.join(members)}, where {shown}; answer that, or test with moto's mock_aws"
    draft.decide(Decision(node, "boto (test double)", "tests", Status.FLAGGED, RULE, message))


def _shaped(function: ast.FunctionDef | ast.AsyncFunctionDef, renderer: Renderer) -> Iterator[tuple[str, ast.expr]]:
    """The members of boto 2 that mocks answer for in a function, each with its first place."""
    draft = renderer.draft
    catalog = draft.view.catalog
    roots = set(_patched(function, renderer))
    chains = [chain for chain in map(_chain, _outermost(function, draft)) if chain is not None]
    roots |= {root for root, members, _ in chains if any(member in draft.view.telling for member in members)}
    seen: set[str] = set()
    for statement in ast.walk(function):
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            chain = _chain(statement.value)
            if chain is not None and chain[0] in roots:
                roots.add(statement.targets[0].id)
    for root, members, node in chains:
        for member in members:
            known = member in draft.view.telling or (root in roots and _is_method(member, catalog))
            if known and member not in seen:
                seen.add(member)
                yield member, node


def _outermost(function: ast.AST, draft: Draft) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and not isinstance(draft.parent(node), ast.Attribute):
            yield node


def _chain(node: ast.expr) -> tuple[str, list[str], ast.expr] | None:
    """`m.return_value.get_bucket.return_value`: its root, and the members that a mock answers for."""
    members: list[str] = []
    current: ast.expr = node
    above = ""
    while isinstance(current, ast.Attribute):
        if (above in _ANSWERS or above in _ASKED or above.startswith("assert_")) and current.attr not in _ANSWERS:
            members.insert(0, current.attr)
        above = current.attr
        current = current.value
        if isinstance(current, ast.Call) and isinstance(current.func, ast.Attribute):
            current = current.func
    return (current.id, members, node) if isinstance(current, ast.Name) and members else None


def _patched(function: ast.FunctionDef | ast.AsyncFunctionDef, renderer: Renderer) -> Iterator[str]:
    """The names under which a function knows doubles of boto 2's connections."""
    names = [arg.arg for arg in function.args.args if arg.arg not in ("self", "cls")]
    patches = [decorator for decorator in reversed(function.decorator_list) if isinstance(decorator, ast.Call)]
    for decorator, name in zip(patches, names, strict=False):
        if _targets_boto(decorator, renderer):
            yield name
    for node in ast.walk(function):
        if isinstance(node, ast.With):
            for item in node.items:
                if isinstance(item.optional_vars, ast.Name) and _targets_boto(item.context_expr, renderer):
                    yield item.optional_vars.id


def _targets_boto(node: ast.expr, renderer: Renderer) -> bool:
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
        return False
    target = find_target(str(node.args[0].value), renderer)
    return target is not None and is_connection(target, renderer)


def _is_method(name: str, catalog: Catalog) -> bool:
    return any(not is_attribute(catalog.members(short)[name]) for short in catalog.owners(name))


def boto3_calls(member: str, catalog: Catalog) -> frozenset[str]:
    """The methods of a boto3 client that stand for a method of boto 2, whichever class it is of."""
    found: set[str] = set()
    for short in catalog.owners(member):
        row = catalog.members(short)[member]
        if isinstance(row, Operation):
            found.add(service_models.method_name(row.calls))
        elif isinstance(row, Helped):
            service = client_service(catalog.classes[short].service)
            sources = closure([Helper(row.helper)])
            found |= _methods((source.text for source in sources), service)
    return frozenset(found)


def _methods(texts: Iterable[str], service: str) -> set[str]:
    names = _client_methods(service)
    return {
        node.func.attr
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names
    }


@functools.cache
def _client_methods(service: str) -> frozenset[str]:
    return frozenset(service_models.method_name(operation) for operation in service_models.operations(service))
