"""Many threads share a client whose pool has room for ten connections."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.arguments import added, keyword, shown
from codemods.harden.clients import ClientCall, client_calls
from codemods.harden.configs import known
from codemods.harden.given import argument
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.harden.threads import Work, works
from codemods.model import Status
from codemods.settings import Settings

_DEFAULT = 10
"""botocore's own MAX_POOL_CONNECTIONS (botocore/endpoint.py)."""


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    wanted: dict[ast.AST, int] = {}
    for work in works(subject):
        if work.count > _DEFAULT:
            for node in _shared(subject, work):
                wanted[node] = max(work.count, wanted.get(node, 0))
    for node, count in _transfers(subject):
        wanted[node] = max(count, wanted.get(node, 0))
    sizes: dict[ast.Call, tuple[int, ClientCall]] = {}
    for call in client_calls(subject):
        given = call.given("config")
        config = known(subject.flow, given) if given is not None and call.node in wanted else None
        if config is not None and "max_pool_connections" not in config.keywords:
            first = config.calls[0]
            if wanted[call.node] > sizes.get(first, (0, call))[0]:
                sizes[first] = wanted[call.node], call
    for node, (count, call) in sizes.items():
        edit = added(subject, node, f"max_pool_connections={count}")
        message = f"{count} threads use the client: its pool gets as many connections (the default is {_DEFAULT})"
        after = shown(subject, node, edit)
        yield Hit(call.node, f"boto3.{call.kind}", call.service, message, Status.REWRITTEN, (edit,), after)


def _transfers(subject: Subject) -> Iterator[tuple[ast.AST, int]]:
    """Clients that upload or download with a TransferConfig of more threads than a client has connections."""
    for call in subject.calls:
        given = keyword(call, "Config")
        if given is None or not isinstance(call.func, ast.Attribute):
            continue
        for transfer in subject.flow.only(given.value, "transfer"):
            threads = argument(transfer.node, "max_concurrency", 1) if isinstance(transfer.node, ast.Call) else None
            count = subject.flow.literal(threads)
            if isinstance(count, int) and count > _DEFAULT:
                clients = subject.flow.only(call.func.value, "client")
                yield from ((made.node, count) for made in clients if made.node is not None)


def _shared(subject: Subject, work: Work) -> set[ast.AST]:
    """The calls that made the clients which the work uses and did not make itself."""
    inside = {node for function in work.functions for node in ast.walk(function)}
    used = [*work.given]
    used += [n for n in inside if isinstance(n, ast.Name | ast.Attribute) and isinstance(n.ctx, ast.Load)]
    if isinstance(work.node.func, ast.Attribute):
        used += [arg.value for arg in work.node.args if isinstance(arg, ast.Attribute)]
    made = {each for node in used for each in subject.flow.values(node)}
    calls = {each.node for each in made if each.kind in ("client", "resource")}
    return {node for node in calls if node is not None and node not in inside}


RULE = Rule(
    "harden.pools.size",
    "More threads than connections",
    "A client keeps 10 connections unless its Config says more. With more threads than that, connections are thrown "
    "away and made anew (`Connection pool is full, discarding connection`), with a TLS handshake each time.",
    "from concurrent.futures import ThreadPoolExecutor\n"
    "\n"
    "import boto3\n"
    "\n"
    's3 = boto3.client("s3")\n'
    "\n"
    "\n"
    "def fetch(key):\n"
    '    return s3.get_object(Bucket="mine", Key=key)\n'
    "\n"
    "\n"
    "with ThreadPoolExecutor(max_workers=32) as pool:\n"
    '    pool.map(fetch, ["a", "b"])\n',
    "pool = ThreadPoolExecutor(max_workers=32)\nS3_CONFIG = Config(connect_timeout=5, max_pool_connections=32)",
    _check,
)
