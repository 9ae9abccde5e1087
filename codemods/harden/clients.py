"""The calls of a file that make boto3 clients and resources, and what they are given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.harden.arguments import has_spread
from codemods.harden.given import argument
from codemods.harden.subject import Subject

_PARAMETERS = (
    "service_name",
    "region_name",
    "api_version",
    "use_ssl",
    "verify",
    "endpoint_url",
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "config",
)
"""Of `boto3.client`, `boto3.resource` and their like on sessions, in order: boto3/session.py, botocore/session.py."""
_LOCAL = re.compile(r"https?://(localhost|127\.|0\.0\.0\.0|\[::1\]|host\.docker\.internal|[\w-]+(:|/|$))")
_AWS_HOST = re.compile(r"https?://[\w.*{}-]*\.(amazonaws\.com(\.cn)?|api\.aws|vpce\.amazonaws\.com)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ClientCall:
    """One call that makes a client or a resource."""

    node: ast.Call
    kind: str
    service: str
    session: ast.expr | None  # what it is made from, for a client of a session

    def given(self, name: str) -> ast.expr | None:
        """The expression for one of boto3's parameters."""
        return argument(self.node, name, _PARAMETERS.index(name))

    @property
    def open(self) -> bool:
        """True when some arguments cannot be seen."""
        return has_spread(self.node)


def client_calls(subject: Subject) -> list[ClientCall]:
    """All of them, in the order of the text."""
    if client_calls not in subject.memo:
        subject.memo[client_calls] = list(_client_calls(subject))
    found: list[ClientCall] = subject.memo[client_calls]
    return found


def _client_calls(subject: Subject) -> Iterator[ClientCall]:
    flow = subject.flow
    for node in subject.calls:
        if not isinstance(node.func, ast.Attribute | ast.Name):
            continue
        made = [each for each in flow.values(node) if each.kind in ("client", "resource") and each.node is node]
        if len(made) == 1:
            plain = bool(flow.dotted(node.func))
            session = node.func.value if isinstance(node.func, ast.Attribute) and not plain else None
            yield ClientCall(node, made[0].kind, made[0].service, session)


def has_default_config(subject: Subject, call: ClientCall) -> bool:
    """True where the session may carry a default Config that all its clients get."""
    if not subject.mentions(r"\bset_default_client_config\b"):
        return False
    return call.session is not None or subject.mentions(r"\bsetup_default_session\b")


def is_local(endpoint: str) -> bool:
    """True for the URL of a service on this machine or of one with a bare name, such as a container's."""
    return _LOCAL.match(endpoint) is not None


def is_aws(endpoint: str) -> bool:
    """True for the URL of a host of AWS."""
    return _AWS_HOST.match(endpoint) is not None
