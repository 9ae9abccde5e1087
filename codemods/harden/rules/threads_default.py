"""Clients of the default session that are made inside threads."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.clients import client_calls
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.harden.threads import works
from codemods.settings import Settings

_SESSION = (
    "boto3.{kind} uses the default session, which is not thread-safe, and runs in a thread: make the client before the "
    "threads start and share it, or use a session of its own here"
)
_RESOURCE = (
    "a resource is not thread-safe and is used in threads: share a client, or make a session and resource in each"
)


def _session(subject: Subject, settings: Settings) -> Iterator[Hit]:
    inside = {node for work in works(subject) for function in work.functions for node in ast.walk(function)}
    for call in client_calls(subject):
        if call.node in inside and call.session is None:
            yield Hit(call.node, f"boto3.{call.kind}", call.service or "boto3", _SESSION.format(kind=call.kind))


def _resource(subject: Subject, settings: Settings) -> Iterator[Hit]:
    seen: set[ast.AST] = set()
    for work in works(subject):
        inside = {node for function in work.functions for node in ast.walk(function)}
        used = [n for n in inside if isinstance(n, ast.Name | ast.Attribute) and isinstance(n.ctx, ast.Load)]
        ordered = sorted((*used, *work.given), key=lambda node: (node.lineno, node.col_offset))
        for node in ordered:
            made = subject.flow.only(node, "resource", "resource_object")
            made = frozenset(each for each in made if each.node not in inside and each.node not in seen)
            if made and not _is_client(subject, node):
                seen.update(each.node for each in made if each.node is not None)
                yield Hit(node, "boto3.resource", next(iter(made)).service or "boto3", _RESOURCE)


def _is_client(subject: Subject, node: ast.AST) -> bool:
    """True for the resource in `resource.meta.client`, which is a client and may be shared."""
    parent = subject.parent(node)
    return isinstance(parent, ast.Attribute) and parent.attr == "meta"


SESSION = Rule(
    "harden.threads.session",
    "Threads make clients of the default session",
    "boto3.client and boto3.resource work on one session for the whole process. Making clients is not thread-safe: "
    "several threads that do so at once see errors such as `KeyError: 'credential_provider'`. Clients themselves may "
    "be shared between threads.",
    "import threading\n"
    "\n"
    "import boto3\n"
    "\n"
    "\n"
    "def work():\n"
    '    boto3.client("sqs").list_queues()\n'
    "\n"
    "\n"
    "threading.Thread(target=work).start()\n",
    's3 = boto3.client("s3")\ndef work(key):\n    s3.get_object(...)\nThread(target=work)',
    _session,
)
RESOURCE = Rule(
    "harden.threads.resource",
    "Threads share a resource",
    "Resource objects keep state (attributes that are loaded when needed) and are not thread-safe; boto3's "
    "documentation asks for one session and one resource in each thread. Clients may be shared.",
    "import threading\n"
    "\n"
    "import boto3\n"
    "\n"
    's3 = boto3.resource("s3")\n'
    "\n"
    "\n"
    "def work():\n"
    '    s3.Object("mine", "k").get()\n'
    "\n"
    "\n"
    "threading.Thread(target=work).start()\n",
    's3 = boto3.client("s3")\ndef work(key):\n    s3.get_object(Bucket="b", Key=key)',
    _resource,
)
