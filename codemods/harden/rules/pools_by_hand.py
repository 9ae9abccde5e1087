"""Several clients that are all the same, made to be shared out: one client does that better."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.settings import Settings

_COLLECTS = frozenset({"append", "put", "put_nowait", "appendleft", "add"})
_MESSAGE = (
    "a pool of equal clients: clients are thread-safe, so make one with Config(max_pool_connections=...) as large as "
    "the number of threads and share it"
)


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for node in subject.nodes:
        match node:
            case ast.ListComp(elt=elt, generators=generators) | ast.SetComp(elt=elt, generators=generators):
                yield from _collected(subject, node, elt, [each.target for each in generators])
            case ast.DictComp(value=value, generators=generators):
                yield from _collected(subject, node, value, [each.target for each in generators])
            case ast.Call(func=ast.Attribute(attr=attr), args=[given]) if attr in _COLLECTS and subject.in_loop(node):
                yield from _collected(subject, node, given, _targets(subject, node))
            case _:
                pass


def _targets(subject: Subject, node: ast.AST) -> list[ast.expr]:
    return [parent.target for parent in subject.parents(node) if isinstance(parent, ast.For | ast.AsyncFor)]


def _collected(subject: Subject, node: ast.AST, element: ast.expr, targets: list[ast.expr]) -> Iterator[Hit]:
    """A hit when the element is a new client that does not depend on what the loop goes over."""
    made = subject.flow.only(element, "client", "resource")
    calls = [each.node for each in made if each.node is not None]
    if len(calls) != 1:
        return
    bound = [b.node for b in subject.flow.bindings(element)] if isinstance(element, ast.Name) else [element]
    at_hand = any(isinstance(each, ast.Call) and (each is element or subject.in_loop(each)) for each in bound)
    names = {n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)}
    used = {n.id for each in (element, calls[0]) for n in ast.walk(each) if isinstance(n, ast.Name)}
    if at_hand and not names & used and not _rebound(subject, calls[0], names):
        yield Hit(node, "boto3.client", next(iter(made)).service, _MESSAGE)


def _rebound(subject: Subject, call: ast.AST, names: set[str]) -> bool:
    """True when an argument of the client comes from what the loop goes over, by way of another name."""
    for name in ast.walk(call):
        if isinstance(name, ast.Name):
            for binding in subject.flow.bindings(name):
                inner = ast.walk(binding.node) if binding.node is not None and binding.kind == "value" else ()
                if any(isinstance(each, ast.Name) and each.id in names for each in inner):
                    return True
    return False


RULE = Rule(
    "harden.pools.by-hand",
    "A pool of clients is made by hand",
    "Each client loads its service model, resolves credentials and keeps connections of its own: slow to make, and "
    "nothing is reused. A boto3 client may be used by many threads at once; its connection pool is what has to be "
    "large enough.",
    'import boto3\n\nCLIENTS = [boto3.client("s3") for _ in range(16)]\n',
    's3 = boto3.client("s3", config=Config(max_pool_connections=16))',
    _check,
)
