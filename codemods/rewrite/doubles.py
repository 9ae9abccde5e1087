"""Test doubles that answer boto 2's calls: mocks with return values, and classes that stand in for boto 2's.

What they have to answer now is a decision about the test, so it is a person's; the flag names boto3's calls.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator

from codemods import service_models
from codemods.catalog.index import Catalog
from codemods.catalog.schema import Form, Helped, Operation
from codemods.code import Helper
from codemods.inference.attributes import is_attribute
from codemods.inference.families import external_bases
from codemods.inference.frame import Frame
from codemods.inference.stand_ins import is_double, stands_for
from codemods.inference.usage import imports_boto2, only_boto_members
from codemods.marked import markers_above
from codemods.model import Status
from codemods.rewrite.connections import connector_named
from codemods.rewrite.doubled import ANSWERS, ASKED, ASKED_OF_DOUBLES, MAKERS
from codemods.rewrite.draft import Decision, Draft
from codemods.rewrite.errors import called_name
from codemods.rewrite.helpers import closure
from codemods.rewrite.patched import patched_names, path_of, replaced_names
from codemods.rewrite.patches import Target
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.styles import client_service

RULE = "tests.double"
_ARGUMENTS = frozenset(
    "assert_called_with assert_called_once_with assert_any_call assert_has_calls call_args call_args_list".split()
)
"""What tells which arguments a double was called with."""


def flag_doubles(renderer: Renderer) -> None:
    """Flag the doubles of one file, once for each function or class that has some."""
    draft = renderer.draft
    for node in ast.walk(draft.module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found = dict(_shaped(node, renderer))
            if found:
                _flag(next(iter(found.values())), sorted(found), "this fakes", draft)
        elif isinstance(node, ast.ClassDef):
            _flag_class(node, draft)


def _flag_class(node: ast.ClassDef, draft: Draft) -> None:
    """Flag a class whose objects stand in for boto 2's: handed to the program, or made in tests with such methods."""
    analysis, catalog = draft.view.analysis, draft.view.catalog
    own = [statement.name for statement in node.body if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef)]
    own = [name for name in own if not name.startswith("__")]
    shorts = stands_for(node, analysis)
    members = [name for name in own if any(catalog.member(short, name) for short in shorts)]
    if not shorts and _looks_like_boto(node, own, draft):
        members = [name for name in own if catalog.owners(name)]
    if members:
        what = f"stands in for {' or '.join(sorted(shorts))} with" if shorts else "answers"
        _flag(node, members, f"{node.name} {what}", draft)


def _looks_like_boto(node: ast.ClassDef, own: list[str], draft: Draft) -> bool:
    """A plain class of the tests of a boto 2 program that has methods which hardly anything but boto 2 has."""
    analysis = draft.view.analysis
    known = only_boto_members(draft.view.catalog)
    if not any(name in known for name in own) or not imports_boto2(analysis.program):
        return False
    frame = Frame(analysis, node, draft.module, analysis.scopes[draft.module.tree], None)
    others = [base for base in external_bases(node, frame) if base != "builtins.object" and "mock" not in base.lower()]
    return not others and is_double(node, frame)


def _flag(node: ast.AST, members: list[str], what: str, draft: Draft) -> None:
    calls = sorted({call for member in members for call in boto3_calls(member, draft.view.catalog)})
    if any(name.startswith("connect_") or name.endswith("Connection") for name in members):
        calls.append("boto3.client or boto3.resource, with region_name and config")
    shown = f"boto3 is asked {', '.join(calls)}" if 0 < len(calls) <= 6 else "boto3 is asked other things"
    message = f"{what} boto 2's {', '.join(members)}, where {shown}; answer that, or test with moto's mock_aws"
    message = _marked_earlier(node, draft) or message
    draft.decide(Decision(node, "boto (test double)", "tests", Status.FLAGGED, RULE, message))


def _marked_earlier(node: ast.AST, draft: Draft) -> str:
    """What an earlier run said of the statement: it knew more, for the names of boto 2 were still there."""
    statement: ast.AST | None = node
    while statement is not None and not isinstance(statement, ast.stmt):
        statement = draft.parent(statement)
    lines = markers_above(draft.module.source, statement) if statement is not None else []
    found = [line.partition(f" {RULE} ")[2] for line in lines if f" {RULE} " in line]
    return found[0] if found else ""


def _shaped(function: ast.FunctionDef | ast.AsyncFunctionDef, renderer: Renderer) -> Iterator[tuple[str, ast.expr]]:
    """The members of boto 2 that mocks answer for in a function, each with its first place."""
    draft = renderer.draft
    catalog = draft.view.catalog
    cls = draft.view.analysis.class_of.get(function)
    scope: ast.AST = cls if cls is not None else function
    patched = patched_names(function, renderer)
    roots = set(patched) | replaced_names(function, renderer)
    chains = [chain for chain in map(_chain, _outermost(function, draft)) if chain is not None]
    roots |= {root for root, members, _ in chains if any(member in draft.view.telling for member in members)}
    mocks = set(_mocks(scope)) if imports_boto2(draft.view.analysis.program) else set()
    seen: set[str] = set()
    for statement in ast.walk(scope):
        if isinstance(statement, ast.Assign):
            chain = _chain(statement.value)
            if chain is not None and chain[0] in roots:
                roots.add(path_of(statement.targets[0]))
    for root, members, node in chains:
        for member in members:
            known = member in draft.view.telling or (root in roots and _is_method(member, catalog))
            known = known or (root in mocks and _is_request(member, catalog) and not _answers_dict(node, draft))
            if known and member not in seen:
                seen.add(member)
                yield member, node
    for member, node in (
        *_looked_into(function, renderer),
        *_connecting(function, patched, renderer),
        *_configured(function, renderer),
    ):
        if member not in seen:
            seen.add(member)
            yield member, node


def _looked_into(function: ast.AST, renderer: Renderer) -> Iterator[tuple[str, ast.expr]]:
    """The methods of what would be boto 2's objects that are asked what only mocks know: `bucket.get_key.called`."""
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and node.attr in ASKED_OF_DOUBLES and isinstance(node.value, ast.Attribute):
            atoms, _, _ = receivers(renderer.type_of(node.value.value), node.value.attr)
            if any(renderer.draft.view.catalog.member(atom.cls, node.value.attr) for atom in atoms):
                yield node.value.attr, node


def _mocks(scope: ast.AST) -> Iterator[str]:
    """The names that a scope gives to mocks which it makes."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and called_name(node.value) in MAKERS:
            yield path_of(node.targets[0])


def _configured(function: ast.AST, renderer: Renderer) -> Iterator[tuple[str, ast.expr]]:
    """The members of boto 2 that mocks are made with: `Mock(get_key=...)`, `Mock(**{"get_key.return_value": None})`."""
    for node in ast.walk(function):
        if not isinstance(node, ast.Call) or called_name(node) not in (*MAKERS, "configure_mock"):
            continue
        names = [keyword.arg for keyword in node.keywords if keyword.arg is not None]
        given = [keyword.value for keyword in node.keywords if keyword.arg is None]
        keys = [key for value in given if isinstance(value, ast.Dict) for key in value.keys]
        names += [part for key in keys if isinstance(key, ast.Constant) for part in str(key.value).split(".")]
        for name in names:
            if name in renderer.draft.view.telling:
                yield name, node


def _is_request(member: str, catalog: Catalog) -> bool:
    """True for a method of a connection, by a name that says so."""
    owners = [short for short in catalog.owners(member) if catalog.classes[short].form is Form.CLIENT]
    return "_" in member and any(not is_attribute(catalog.members(short)[member]) for short in owners)


def _answers_dict(node: ast.expr, draft: Draft) -> bool:
    """True for what answers as boto3 does."""
    parent = draft.parent(node)
    return isinstance(parent, ast.Assign) and isinstance(parent.value, ast.Dict)


def _connecting(function: ast.AST, patched: dict[str, Target], renderer: Renderer) -> Iterator[tuple[str, ast.expr]]:
    """The ways to connect whose arguments a test asks a double for, or that it looks for in a double of `boto`."""
    for node in _outermost(function, renderer.draft):
        if _is_converted(node, renderer.draft):
            continue
        names: list[str] = []
        current: ast.expr = node
        while isinstance(current, ast.Attribute) and path_of(current) not in patched:
            names.insert(0, current.attr)
            current = current.value
        target = patched.get(path_of(current)) if names else None
        if target is None:
            continue
        if connector_named(target.dotted, renderer) is not None:
            if names[0] in _ARGUMENTS:
                yield target.dotted.rpartition(".")[2], node
            continue
        for count in range(1, len(names) + 1):
            if connector_named(".".join([target.dotted, *names[:count]]), renderer) is not None:
                yield names[count - 1], node


def _is_converted(node: ast.expr, draft: Draft) -> bool:
    """True for what became the same question to a double of boto3's function."""
    parts = [draft.parent(node), *ast.walk(node)]
    decided = [draft.decisions.get((part, RULE)) for part in parts if part is not None]
    return any(decision is not None and decision.status is not Status.FLAGGED for decision in decided)


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
        if (above in ANSWERS or above in ASKED or above.startswith("assert_")) and current.attr not in ANSWERS:
            members.insert(0, current.attr)
        above = current.attr
        current = current.value
        if isinstance(current, ast.Call):
            current = current.func
        if isinstance(current, ast.Attribute) and path_of(current).startswith("self."):
            return (path_of(current), members, node) if members else None
    return (current.id, members, node) if isinstance(current, ast.Name) and members else None


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
